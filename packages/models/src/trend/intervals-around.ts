import { quantileAt } from './quantiles.ts';
import type { IntervalWidening } from './trend-fit.ts';
import type { Interval } from './trend-forecast.ts';

/** How far the truth lies from a forecast in 80 % and in 95 % of cases, in units of the typical miss. */
export interface MissRanges {
  readonly inner: Interval;
  readonly outer: Interval;
}

/** By how misses are spread. @param quantiles of misses, in units of the typical one. */
export function missRanges(quantiles: readonly number[], widening: IntervalWidening): MissRanges {
  const [inner, outer] = [missRange(quantiles, widening, 80), missRange(quantiles, widening, 95)];
  return { inner, outer: { low: Math.min(inner.low, outer.low), high: Math.max(inner.high, outer.high) } };
}

/** Where the truth lies around `value`, never below `floor`. @param scale typical size of a miss, in the unit of the value. */
export function intervalsAround(value: number, scale: number, { inner, outer }: MissRanges, floor: number): { readonly interval80: Interval; readonly interval95: Interval } {
  const interval = ({ low, high }: Interval): Interval => ({ low: Math.max(floor, value + scale * low), high: value + scale * high });
  return { interval80: interval(inner), interval95: interval(outer) };
}

/** Misses inside of an interval, in units of the scale. The forecast itself is always inside, whichever way last year's misses leaned. */
export function missRange(quantiles: readonly number[], widening: IntervalWidening, percent: 80 | 95): Interval {
  const tail = (1 - percent / 100) / 2;
  return { low: Math.min(0, widening[percent] * quantileAt(quantiles, tail)), high: Math.max(0, widening[percent] * quantileAt(quantiles, 1 - tail)) };
}
