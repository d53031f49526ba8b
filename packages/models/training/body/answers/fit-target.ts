import { predict, ridge } from '../ridge.ts';
import type { AnswerSample } from './answer-sample.ts';

/** Weights of the features of one measurement, and how far they miss people they were not fitted to. */
export interface TargetFit {
  readonly weights: readonly number[];
  /** Out of fold, one a sample. */
  readonly errors: readonly number[];
}

const FOLDS = 5;
/** Only keeps the equations solvable: thousands of people a dozen weights. */
const PENALTY = 1e-5;

/** @param features one row a sample, the first feature constant */
export function fitTarget(samples: readonly AnswerSample[], features: readonly (readonly number[])[]): TargetFit {
  // Surveys differ by a factor: one more feature, which no prediction uses.
  const rows = features.map((row, i) => [...row, samples[i]?.otherSurvey === true ? 1 : 0]);
  const errors = samples.map(() => NaN);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = weightedRidge(samples, rows, (i) => i % FOLDS !== fold);
    for (let i = fold; i < samples.length; i += FOLDS) errors[i] = (samples[i] as AnswerSample).value - predict(weights, rows[i] as number[]);
  }
  return { weights: weightedRidge(samples, rows, () => true).slice(0, -1), errors };
}

function weightedRidge(samples: readonly AnswerSample[], rows: readonly (readonly number[])[], counts: (i: number) => boolean): number[] {
  const used = samples.flatMap(({ value, weight }, i) => (counts(i) ? [{ row: rows[i] as number[], value, root: Math.sqrt(weight) }] : []));
  return [...ridge(used.map(({ row, root }) => row.map((feature) => root * feature)), used.map(({ value, root }) => root * value), PENALTY)];
}
