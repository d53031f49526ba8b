import { cell, cholesky, matrix, pickRows, solveCholesky, solveLower, timesTransposed, type Matrix } from './linear-algebra.ts';

/** x = mean + factor z + e, z standard normal, e independent with these variances. */
export interface FactorGaussian {
  readonly mean: Float64Array;
  /** One row per variable. */
  readonly factor: Matrix;
  readonly residualVariance: Float64Array;
}

/** What was seen: variables, their values, and the covariance of the errors of seeing. */
export interface Evidence {
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly noise: Matrix;
}

/** What follows for other variables. */
export interface Posterior {
  readonly mean: Float64Array;
  readonly covariance: Matrix;
  /** Log density of what was seen. */
  readonly logLikelihood: number;
}

export function conditionGaussian(model: FactorGaussian, evidence: Evidence, targets: readonly number[]): Posterior {
  const seenFactor = pickRows(model.factor, evidence.indices);
  const targetFactor = pickRows(model.factor, targets);
  const lower = cholesky(seenCovariance(model, evidence));
  const residual = residualOf(model, evidence);
  const white = solveLower(lower, residual);
  const cross = timesTransposed(targetFactor, seenFactor);
  const weights = solveCholesky(lower, residual);
  const mean = Float64Array.from(targets, (t, i) => (model.mean[t] as number) + dot(row(cross, i), weights));
  const halves = targets.map((_, i) => solveLower(lower, row(cross, i)));
  const prior = timesTransposed(targetFactor, targetFactor);
  const covariance = matrix(targets.length, targets.length, (i, j) =>
    cell(prior, i, j) + (i === j ? (model.residualVariance[targets[i] as number] as number) : 0) - dot(halves[i] as Float64Array, halves[j] as Float64Array));
  return { mean, covariance, logLikelihood: logDensity(lower, white) };
}

/** Errors of each seen value against what all the others predict, in standard deviations. */
export function leaveOneOutZ(model: FactorGaussian, evidence: Evidence): Float64Array {
  const lower = cholesky(seenCovariance(model, evidence));
  const weights = solveCholesky(lower, residualOf(model, evidence));
  return weights.map((weight, i) => {
    const unit = new Float64Array(weights.length);
    unit[i] = 1;
    const half = solveLower(lower, unit);
    return weight / Math.sqrt(dot(half, half));
  });
}

function seenCovariance(model: FactorGaussian, { indices, noise }: Evidence): Matrix {
  const seen = pickRows(model.factor, indices);
  const shared = timesTransposed(seen, seen);
  return matrix(indices.length, indices.length, (i, j) =>
    cell(shared, i, j) + cell(noise, i, j) + (i === j ? (model.residualVariance[indices[i] as number] as number) : 0));
}

function residualOf(model: FactorGaussian, { indices, values }: Evidence): Float64Array {
  return Float64Array.from(indices, (index, i) => (values[i] as number) - (model.mean[index] as number));
}

function logDensity(lower: Matrix, white: Float64Array): number {
  let sum = -0.5 * dot(white, white) - 0.5 * white.length * Math.log(2 * Math.PI);
  for (let i = 0; i < lower.rows; i += 1) sum -= Math.log(cell(lower, i, i));
  return sum;
}

function row(m: Matrix, i: number): Float64Array {
  return m.data.subarray(i * m.columns, (i + 1) * m.columns);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
