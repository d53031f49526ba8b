import { cholesky, matrix, solveCholesky } from '../../../src/body/linear-algebra.ts';
import { predict } from '../ridge.ts';

/** 90 % point of the absolute value of a standard normal. */
const Z95 = 1.6449;
const STEPS = 40;
const LONGEST_STEP = 0.3;

/** One person's error, and what their doubt may depend on. */
export interface SpreadSample {
  readonly error: number;
  readonly features: readonly number[];
  readonly weight: number;
  /** Of another survey, whose people may vary more. */
  readonly otherSurvey: boolean;
}

/**
 * Weights of the features for log standard deviation: the most likely ones if errors were normal (Newton's steps of a gamma regression of
 * squared errors), then shifted so that 90 % intervals of the own survey's people cover 90 % (conformal, on errors out of fold).
 */
export function fitLogSd(samples: readonly SpreadSample[]): number[] {
  const rows = samples.map(({ features, otherSurvey }) => [...features, otherSurvey ? 1 : 0]);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const meanSquare = samples.reduce((sum, { error, weight }) => sum + weight * error ** 2, 0) / total;
  let weights = rows[0]?.map((_, i) => (i === 0 ? Math.log(meanSquare) : 0)) ?? [];
  for (let step = 0; step < STEPS; step += 1) weights = newtonStep(samples, rows, weights, total);
  const logSd = weights.slice(0, -1).map((weight) => weight / 2);
  const own = samples.filter(({ otherSurvey }) => !otherSurvey);
  const ratios = own.map(({ error, features }) => Math.abs(error) / Math.exp(predict(logSd, [...features]))).toSorted((a, b) => a - b);
  const shift = Math.log((ratios[Math.min(ratios.length, Math.ceil(0.9 * (ratios.length + 1))) - 1] ?? Z95) / Z95);
  return logSd.map((weight, i) => (i === 0 ? weight + shift : weight));
}

function newtonStep(samples: readonly SpreadSample[], rows: readonly (readonly number[])[], weights: readonly number[], total: number): number[] {
  const n = weights.length;
  const gram = matrix(n, n, (i, j) => (i === j ? 1e-4 * total : 0));
  const right = new Float64Array(n);
  samples.forEach(({ error, weight }, r) => {
    const row = rows[r] as readonly number[];
    const excess = weight * (error ** 2 / Math.exp(predict(weights, [...row])) - 1);
    for (let i = 0; i < n; i += 1) {
      right[i] = (right[i] as number) + excess * (row[i] as number);
      for (let j = 0; j < n; j += 1) gram.data[i * n + j] = (gram.data[i * n + j] as number) + weight * (row[i] as number) * (row[j] as number);
    }
  });
  const step = solveCholesky(cholesky(gram), right);
  // Full steps may overshoot where few people have extreme features.
  const share = Math.min(1, LONGEST_STEP / Math.max(...step.map(Math.abs)));
  return weights.map((weight, i) => weight + share * (step[i] as number));
}
