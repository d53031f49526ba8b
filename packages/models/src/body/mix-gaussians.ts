import { cell, matrix, type Matrix } from './linear-algebra.ts';

export interface Gaussian {
  readonly mean: Float64Array;
  readonly covariance: Matrix;
}

/** One part of a mixture; weights need not add up to 1. */
export interface WeightedGaussian extends Gaussian {
  readonly weight: number;
}

/** The Gaussian with the mean and covariance of a mixture. */
export function mixGaussians(parts: readonly WeightedGaussian[]): Gaussian {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const over = (of: (part: WeightedGaussian) => number): number => parts.reduce((sum, part) => sum + (part.weight / total) * of(part), 0);
  const n = parts[0]?.mean.length ?? 0;
  const mean = Float64Array.from({ length: n }, (_, i) => over((part) => part.mean[i] as number));
  const off = (part: WeightedGaussian, i: number): number => (part.mean[i] as number) - (mean[i] as number);
  return { mean, covariance: matrix(n, n, (i, j) => over((part) => cell(part.covariance, i, j) + off(part, i) * off(part, j))) };
}
