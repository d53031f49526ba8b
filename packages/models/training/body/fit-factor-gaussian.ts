import type { FactorGaussian } from '../../src/body/condition-gaussian.ts';
import { cell, matrix, timesTransposed, type Matrix } from '../../src/body/linear-algebra.ts';
import type { Random } from './random.ts';

/**
 * Gaussian with a covariance of rank `rank` plus a diagonal, from rows of observations: principal components of the
 * standardised variables by orthogonal iteration, what they leave over goes into the diagonal.
 */
export function fitFactorGaussian(rows: readonly Float64Array[], rank: number, random: Random): FactorGaussian {
  const n = rows[0]?.length ?? 0;
  const mean = Float64Array.from({ length: n }, (_, i) => average(rows.map((row) => row[i] as number)));
  const sd = Float64Array.from({ length: n }, (_, i) => Math.sqrt(average(rows.map((row) => ((row[i] as number) - (mean[i] as number)) ** 2))) || 1e-9);
  const standard = matrix(n, rows.length, (i, r) => (((rows[r] as Float64Array)[i] as number) - (mean[i] as number)) / (sd[i] as number) / Math.sqrt(rows.length - 1));
  const correlation = timesTransposed(standard, standard);
  const factor = principalFactor(correlation, rank, random);
  const scaled = matrix(n, rank, (i, k) => cell(factor, i, k) * (sd[i] as number));
  const residualVariance = Float64Array.from({ length: n }, (_, i) => {
    let explained = 0;
    for (let k = 0; k < rank; k += 1) explained += cell(factor, i, k) ** 2;
    return Math.max(1e-6, cell(correlation, i, i) - explained) * (sd[i] as number) ** 2;
  });
  return { mean, factor: scaled, residualVariance };
}

/** Columns = eigenvectors times the root of their eigenvalues, largest first. */
function principalFactor(symmetric: Matrix, rank: number, random: Random): Matrix {
  const n = symmetric.rows;
  // Rows are the vectors: orthogonal iteration multiplies and re-orthogonalises them.
  let basis = orthonormal(matrix(rank, n, () => random() - 0.5));
  for (let sweep = 0; sweep < 60; sweep += 1) basis = orthonormal(timesTransposed(basis, symmetric));
  const image = timesTransposed(basis, symmetric);
  const values = Array.from({ length: rank }, (_, k) => dot(rowOf(basis, k), rowOf(image, k)));
  return matrix(n, rank, (i, k) => cell(basis, k, i) * Math.sqrt(Math.max(0, values[k] as number)));
}

/** Gram-Schmidt on rows. */
function orthonormal(m: Matrix): Matrix {
  for (let i = 0; i < m.rows; i += 1) {
    const row = rowOf(m, i);
    for (let j = 0; j < i; j += 1) subtract(row, rowOf(m, j), dot(row, rowOf(m, j)));
    const length = Math.sqrt(dot(row, row)) || 1;
    for (let k = 0; k < row.length; k += 1) row[k] = (row[k] as number) / length;
  }
  return m;
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let k = 0; k < from.length; k += 1) from[k] = (from[k] as number) - times * (what[k] as number);
}

function rowOf(m: Matrix, i: number): Float64Array {
  return m.data.subarray(i * m.columns, (i + 1) * m.columns);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
