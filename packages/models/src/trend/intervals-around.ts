import { quantileAt } from './quantiles.ts';
import type { IntervalWidening } from './trend-fit.ts';
import type { Interval } from './trend-forecast.ts';

export interface MissSpread {
  /** Typical size of a miss, in the unit of the value. */
  readonly scale: number;
  /** Quantiles of misses in units of the scale. */
  readonly quantiles: readonly number[];
  readonly widening: IntervalWidening;
}

/** Where the truth lies in 80 % and in 95 % of cases, by how misses are spread; never below `floor`. */
export function intervalsAround(value: number, { scale, quantiles, widening }: MissSpread, floor: number): { readonly interval80: Interval; readonly interval95: Interval } {
  const inner = missRange(quantiles, widening, 80);
  const outer = missRange(quantiles, widening, 95);
  const interval = (low: number, high: number): Interval => ({ low: Math.max(floor, value + scale * low), high: value + scale * high });
  return { interval80: interval(inner.low, inner.high), interval95: interval(Math.min(inner.low, outer.low), Math.max(inner.high, outer.high)) };
}

/** Misses inside of an interval, in units of the scale. The forecast itself is always inside, whichever way last year's misses leaned. */
export function missRange(quantiles: readonly number[], widening: IntervalWidening, percent: 80 | 95): Interval {
  const tail = (1 - percent / 100) / 2;
  return { low: Math.min(0, widening[percent] * quantileAt(quantiles, tail)), high: Math.max(0, widening[percent] * quantileAt(quantiles, 1 - tail)) };
}
