/** A place on the axis of time. */
export interface TimeTick {
  /** 0-1 from the left. */
  readonly at: number;
  /** UTC milliseconds. */
  readonly timeMs: number;
}

const STEPS_MONTHS = [1, 2, 3, 6, 12, 24];

/** First days of months, evenly far apart, at most `most`; the start alone where no month begins in between. */
export function monthTicks(fromMs: number, toMs: number, most: number): readonly TimeTick[] {
  const starts = STEPS_MONTHS.map((step) => monthStarts(fromMs, toMs, step)).find((found) => found.length <= most) ?? [];
  const times = starts.length === 0 ? [fromMs] : starts;
  return times.map((timeMs) => ({ timeMs, at: toMs > fromMs ? (timeMs - fromMs) / (toMs - fromMs) : 0 }));
}

function monthStarts(fromMs: number, toMs: number, stepMonths: number): readonly number[] {
  const from = new Date(fromMs);
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const aligned = Math.ceil(first / stepMonths) * stepMonths;
  const starts: number[] = [];
  for (let month = aligned; startOf(month) <= toMs; month += stepMonths) if (startOf(month) >= fromMs) starts.push(startOf(month));
  return starts;
}

const startOf = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12);
