import { average } from './average.ts';
import { rounded } from './rounded.ts';

/** One truth beside its estimate, cm; p5 and p95 bound the 90 % interval. */
export interface TruthPair {
  readonly truth: number;
  readonly mean: number;
  readonly p5: number;
  readonly p95: number;
}

/** Errors of one measurement, cm. `p90` = 90 % of the absolute errors lie below; `intervalScore` = mean 90 % interval score. */
export interface ErrorSummary {
  readonly mae: number;
  readonly bias: number;
  readonly p90: number;
  /** Share (0-1) of truths inside the 90 % interval. */
  readonly coverage90: number;
  readonly intervalScore: number;
  readonly n: number;
}

/** @param pairs at least one */
export function errorSummary(pairs: readonly TruthPair[]): ErrorSummary {
  const errors = pairs.map(({ mean, truth }) => mean - truth);
  const sizes = errors.map(Math.abs).toSorted((a, b) => a - b);
  return {
    mae: rounded(average(sizes)),
    bias: rounded(average(errors)),
    p90: rounded(sizes[Math.ceil(0.9 * sizes.length) - 1] ?? NaN),
    coverage90: rounded(average(pairs.map((pair) => (isInside(pair) ? 1 : 0))), 3),
    intervalScore: rounded(average(pairs.map(intervalScore))),
    n: pairs.length,
  };
}

export function isInside({ truth, p5, p95 }: TruthPair): boolean {
  return truth >= p5 && truth <= p95;
}

/** Width of the interval plus 2 / 0.1 times the distance by which it misses (Gneiting and Raftery 2007). */
export function intervalScore({ truth, p5, p95 }: Pick<TruthPair, 'truth' | 'p5' | 'p95'>): number {
  return p95 - p5 + 20 * Math.max(0, p5 - truth, truth - p95);
}
