import { CHANGE_WEEKS, SEASON_WEEKS } from '../../src/trend/trend-series.ts';
import { relativeChange } from '../../src/trend/relative-change.ts';

/** How one path missed what came true. */
export interface PathErrors {
  /** |c_hat - c|. */
  readonly change: number;
  /** Mean |y - y_hat| over the weeks that were seen. */
  readonly weekly: number;
  /** |y - y_hat| / y of each week that was seen and above 0. */
  readonly shares: readonly number[];
}

/** The weeks that came true; `null` where a week was not seen (the first 13 are). */
export type Truth = readonly (number | null)[];

export function pathErrors(path: ArrayLike<number>, truth: Truth, base: number): PathErrors {
  const misses = truth.flatMap((value, h) => (value === null ? [] : [{ value, miss: Math.abs(value - (path[h] as number)) }]));
  return {
    change: Math.abs(relativeChange(path, base) - changeOfTruth(truth, base)),
    weekly: misses.reduce((sum, { miss }) => sum + miss, 0) / misses.length,
    shares: misses.flatMap(({ value, miss }) => (value > 0 ? [miss / value] : [])),
  };
}

export function changeOfTruth(truth: Truth, base: number): number {
  return relativeChange(truth.slice(0, CHANGE_WEEKS).map((value) => value ?? 0), base);
}

/** Mean |y_t - y_(t-52)| over what was learned from: the unit of MASE. */
export function seasonalStep(values: readonly (number | null)[]): number {
  const steps = values.slice(SEASON_WEEKS).flatMap((value, t) => {
    const before = values[t] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
}
