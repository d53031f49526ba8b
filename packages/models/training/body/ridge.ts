import { cholesky, matrix, solveCholesky, type Matrix } from '../../src/body/linear-algebra.ts';

/** Weights w that make features w nearest to the targets, with a small penalty on all but the first (constant) feature. */
export function ridge(features: readonly (readonly number[])[], targets: readonly number[], penalty = 1e-3): Float64Array {
  const n = features[0]?.length ?? 0;
  const gram = matrix(n, n);
  const right = new Float64Array(n);
  features.forEach((row, r) => addRow(gram, right, row, targets[r] as number));
  for (let i = 1; i < n; i += 1) gram.data[i * n + i] = (gram.data[i * n + i] as number) + penalty * features.length;
  return solveCholesky(cholesky(gram), right);
}

function addRow(gram: Matrix, right: Float64Array, row: readonly number[], target: number): void {
  const n = row.length;
  for (let i = 0; i < n; i += 1) {
    right[i] = (right[i] as number) + (row[i] as number) * target;
    for (let j = 0; j < n; j += 1) gram.data[i * n + j] = (gram.data[i * n + j] as number) + (row[i] as number) * (row[j] as number);
  }
}

export function predict(weights: ArrayLike<number>, row: readonly number[]): number {
  return row.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
}
