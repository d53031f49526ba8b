import { expect, it } from 'vitest';
import { cell, matrix } from './linear-algebra.ts';
import { mixGaussians } from './mix-gaussians.ts';

const part = (mean: number, variance: number, weight: number) => ({ mean: Float64Array.of(mean), covariance: matrix(1, 1, () => variance), weight });

it('a mixture of one is that one', () => {
  const { mean, covariance } = mixGaussians([part(3, 2, 0.1)]);
  expect([mean[0], cell(covariance, 0, 0)]).toEqual([3, 2]);
});

it('parts that disagree widen the mixture', () => {
  const { mean, covariance } = mixGaussians([part(0, 1, 1), part(4, 1, 3)]);
  expect(mean[0]).toBe(3);
  expect(cell(covariance, 0, 0)).toBe(1 + 0.25 * 9 + 0.75 * 1);
});
