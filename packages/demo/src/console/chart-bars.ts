import type { TallySnapshot } from './create-tally.ts';
import { EVENT_GROUPS, type EventGroup } from './event-group.ts';

/** One coloured piece of a bar; 0-1 from the bottom up. */
export interface BarPiece {
  readonly group: EventGroup;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

export interface ChartBars {
  /** Top of the axis: a round number no smaller than the highest bar. */
  readonly top: number;
  /** Highest minute. */
  readonly peak: number;
  readonly total: number;
  /** One a minute, oldest first. */
  readonly bars: readonly { readonly startMs: number; readonly total: number; readonly pieces: readonly BarPiece[] }[];
}

/** Stacks the groups of each minute. */
export function chartBars(minutes: TallySnapshot['minutes']): ChartBars {
  const totals = minutes.map(({ counts }) => EVENT_GROUPS.reduce((sum, group) => sum + counts[group], 0));
  const peak = Math.max(0, ...totals);
  const top = roundUp(peak);
  const bars = minutes.map(({ startMs, counts }, at) => {
    let below = 0;
    const pieces = EVENT_GROUPS.map((group) => {
      const from = below / top;
      below += counts[group];
      return { group, count: counts[group], from, to: below / top };
    }).filter(({ count }) => count > 0);
    return { startMs, total: totals[at] ?? 0, pieces };
  });
  return { top, peak, total: totals.reduce((sum, total) => sum + total, 0), bars };
}

/** The next of 4, 10, 20, 40, 100, 200, ... so that its half is whole, too. */
function roundUp(value: number): number {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 10].map((step) => step * power).find((step) => step >= value) ?? 10 * power;
}
