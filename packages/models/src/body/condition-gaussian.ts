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
  /** Expected z: what the seen values say of the factors. */
  readonly factors: Float64Array;
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
  return { mean, covariance, factors: timesTransposedVector(seenFactor, weights), logLikelihood: logDensity(lower, white) };
}

/** Inverse covariance of what was seen, and it times the distance from the mean: all that leave-out tests need. */
export interface Precision {
  readonly inverse: Matrix;
  readonly weighted: Float64Array;
}

export function precisionOf(model: FactorGaussian, evidence: Evidence): Precision {
  const lower = cholesky(seenCovariance(model, evidence));
  const n = evidence.indices.length;
  const inverse = matrix(n, n);
  for (let i = 0; i < n; i += 1) {
    const unit = new Float64Array(n);
    unit[i] = 1;
    inverse.data.set(solveCholesky(lower, unit), i * n);
  }
  return { inverse, weighted: solveCholesky(lower, residualOf(model, evidence)) };
}

/**
 * How far the mean of a block of seen values lies from what all the others predict, in standard deviations.
 * Leaving out block B leaves the residual (P_BB)^-1 (P y)_B with covariance (P_BB)^-1, P = the precision.
 */
export function leaveOutZ({ inverse, weighted }: Precision, block: readonly number[]): number {
  const lower = cholesky(matrix(block.length, block.length, (i, j) => cell(inverse, block[i] as number, block[j] as number)));
  const ones = new Float64Array(block.length).fill(1);
  const spread = solveCholesky(lower, ones);
  const residual = solveCholesky(lower, block.map((i) => weighted[i] as number));
  return dot(ones, residual) / Math.sqrt(dot(ones, spread));
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

function timesTransposedVector(m: Matrix, weights: Float64Array): Float64Array {
  const out = new Float64Array(m.columns);
  for (let i = 0; i < m.rows; i += 1) {
    for (let k = 0; k < m.columns; k += 1) out[k] = (out[k] as number) + cell(m, i, k) * (weights[i] as number);
  }
  return out;
}

function row(m: Matrix, i: number): Float64Array {
  return m.data.subarray(i * m.columns, (i + 1) * m.columns);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
