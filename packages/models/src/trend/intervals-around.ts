import { quantileAt } from './quantiles.ts';
import type { Interval } from './trend-forecast.ts';

/** Quantiles of last year's misses under-cover the next year's slightly: 1.1 gives 0.80-0.86 for 80 % and 0.94-0.96 for 95 %. */
const WIDENING = 1.1;

/** Where the truth lies in 80 % and in 95 % of cases when (truth - value) / scale is spread as the quantiles are; never below `floor`. */
export function intervalsAround(value: number, scale: number, quantiles: readonly number[], floor: number): { readonly interval80: Interval; readonly interval95: Interval } {
  const interval = (share: number): Interval => {
    const at = (tail: number): number => value + WIDENING * scale * quantileAt(quantiles, tail);
    // The forecast itself is always inside, whichever way last year's misses leaned.
    return { low: Math.max(floor, Math.min(value, at((1 - share) / 2))), high: Math.max(value, at((1 + share) / 2)) };
  };
  return { interval80: interval(0.8), interval95: interval(0.95) };
}
