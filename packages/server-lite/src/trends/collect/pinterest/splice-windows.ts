export interface WindowPoint {
  /** UTC milliseconds of midnight of the week's last day. */
  readonly weekEndMs: number;
  /** 0 or more. */
  readonly value: number;
}

/** What is known of a series so far: weeks ascending, on the scale of the first window. */
export interface SplicedSeries {
  readonly points: readonly WindowPoint[];
  /** What the last window was multiplied by. */
  readonly factor: number;
}

/**
 * Brings a window whose values are relative to its own highest onto the scale of what was known before, by the ratio of the sums over the weeks that both have.
 * The last week of the older window does not count: it may not have been over. Where no week tells (none in common, or only zeros), the factor stays as it was.
 * @param window weeks ascending
 * @returns the window on the old scale, with its factor; without anything before it, as it is, with factor 1
 */
export function spliceWindows(before: SplicedSeries | undefined, window: readonly WindowPoint[]): SplicedSeries {
  const factor = before === undefined ? 1 : factorOf(before, window);
  return { factor, points: window.map(({ weekEndMs, value }) => ({ weekEndMs, value: value * factor })) };
}

/** A hundred thousandfold of a highest week is no trend, and numbers that grow from window to window end as none. */
const MOST_FACTOR = 1e5;

function factorOf({ points, factor }: SplicedSeries, window: readonly WindowPoint[]): number {
  const known = new Map(points.map(({ weekEndMs, value }) => [weekEndMs, value]));
  const common = window.filter(({ weekEndMs }) => known.has(weekEndMs));
  const whole = common.filter(({ weekEndMs }) => weekEndMs !== points.at(-1)?.weekEndMs);
  const used = whole.length > 0 ? whole : common;
  const oldSum = used.reduce((sum, { weekEndMs }) => sum + (known.get(weekEndMs) ?? 0), 0);
  const newSum = used.reduce((sum, { value }) => sum + value, 0);
  const ratio = oldSum / newSum;
  return oldSum > 0 && newSum > 0 && ratio >= 1 / MOST_FACTOR && ratio <= MOST_FACTOR ? ratio : factor;
}
