import { cell, cholesky, matrix, solveCholesky, solveLower, type Matrix } from '../linear-algebra.ts';
import type { Gaussian } from '../mix-gaussians.ts';
import type { Observation } from './observation.ts';

/** A Gaussian after observations. */
export interface UpdatedGaussian extends Gaussian {
  /** Log density of what was observed. */
  readonly logLikelihood: number;
  /** Squared Mahalanobis distance of what was observed from what was expected; about the number of observations when they agree. */
  readonly surprise: number;
}

/** Bayes' rule for linear observations, all at once: their order does not matter. */
export function updateGaussian(prior: Gaussian, observations: readonly Observation[]): UpdatedGaussian {
  if (observations.length === 0) return { ...prior, logLikelihood: 0, surprise: 0 };
  const cross = observations.map(({ coefficients }) => times(prior.covariance, coefficients));
  const lower = cholesky(matrix(observations.length, observations.length, (i, j) =>
    dot(cross[i] as Float64Array, (observations[j] as Observation).coefficients) + noise(observations, i, j)));
  const innovation = observations.map(({ coefficients, value }) => value - dot(prior.mean, coefficients));
  const white = solveLower(lower, innovation);
  const weights = solveCholesky(lower, innovation);
  const column = (i: number): number[] => cross.map((row) => row[i] as number);
  const halves = Array.from(prior.mean, (_, i) => solveLower(lower, column(i)));
  const surprise = dot(white, white);
  return {
    mean: prior.mean.map((value, i) => value + dot(weights, column(i))),
    covariance: matrix(prior.mean.length, prior.mean.length, (i, j) => cell(prior.covariance, i, j) - dot(halves[i] as Float64Array, halves[j] as Float64Array)),
    logLikelihood: -0.5 * surprise - halfLogDeterminant(lower) - 0.5 * observations.length * Math.log(2 * Math.PI),
    surprise,
  };
}

function noise(observations: readonly Observation[], i: number, j: number): number {
  const [a, b] = [observations[i] as Observation, observations[j] as Observation];
  return (a.sharedSd ?? 0) * (b.sharedSd ?? 0) + (i === j ? a.sd ** 2 : 0);
}

function times(m: Matrix, vector: readonly number[]): Float64Array {
  return Float64Array.from({ length: m.rows }, (_, i) => dot(m.data.subarray(i * m.columns, (i + 1) * m.columns), vector));
}

function halfLogDeterminant(lower: Matrix): number {
  return Array.from({ length: lower.rows }, (_, i) => Math.log(cell(lower, i, i))).reduce((sum, value) => sum + value, 0);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
