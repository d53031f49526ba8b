import { describe, expect, it } from 'vitest';
import { conditionGaussian, leaveOutZ, precisionOf, type FactorGaussian } from './condition-gaussian.ts';
import { cell, matrix } from './linear-algebra.ts';

/** Three variables that share one factor: unit variance each, covariance 0.64. */
const MODEL: FactorGaussian = {
  mean: Float64Array.of(1, 2, 3),
  factor: matrix(3, 1, () => 0.8),
  residualVariance: Float64Array.of(0.36, 0.36, 0.36),
};

describe('conditionGaussian', () => {
  it('agrees with the formula for two variables', () => {
    const { mean, covariance, logLikelihood } = conditionGaussian(MODEL, { indices: [0], values: [2], noise: matrix(1, 1, () => 0.25) }, [1]);
    expect(mean[0]).toBeCloseTo(2 + 0.64 / 1.25, 9);
    expect(cell(covariance, 0, 0)).toBeCloseTo(1 - 0.64 ** 2 / 1.25, 9);
    expect(logLikelihood).toBeCloseTo(-0.5 * (1 / 1.25 + Math.log(2 * Math.PI * 1.25)), 9);
  });

  it('knows only the prior when nothing is seen', () => {
    const { mean, covariance, logLikelihood } = conditionGaussian(MODEL, { indices: [], values: [], noise: matrix(0, 0) }, [2, 0]);
    expect([...mean]).toEqual([3, 1]);
    expect(cell(covariance, 0, 1)).toBeCloseTo(0.64, 9);
    expect(logLikelihood).toBe(-0);
  });

  it('more evidence never widens the answer', () => {
    const one = conditionGaussian(MODEL, { indices: [0], values: [1], noise: matrix(1, 1, () => 0.1) }, [2]);
    const two = conditionGaussian(MODEL, { indices: [0, 1], values: [1, 2], noise: matrix(2, 2, (i, j) => (i === j ? 0.1 : 0)) }, [2]);
    expect(cell(two.covariance, 0, 0)).toBeLessThan(cell(one.covariance, 0, 0));
  });
});

describe('leaveOutZ', () => {
  const evidence = (values: number[]) => ({ indices: [0, 1, 2], values, noise: matrix(3, 3, (i, j) => (i === j ? 0.01 : 0)) });

  it('is the distance from what the others predict', () => {
    const others = conditionGaussian(MODEL, { indices: [1, 2], values: [2, 3], noise: matrix(2, 2, (i, j) => (i === j ? 0.01 : 0)) }, [0]);
    const sd = Math.sqrt(cell(others.covariance, 0, 0) + 0.01);
    expect(leaveOutZ(precisionOf(MODEL, evidence([3, 2, 3])), [0])).toBeCloseTo((3 - (others.mean[0] ?? NaN)) / sd, 6);
  });

  it('finds a block that is wrong together', () => {
    const precision = precisionOf(MODEL, evidence([6, 7, 3]));
    expect(leaveOutZ(precision, [0, 1])).toBeGreaterThan(3);
    expect(Math.abs(leaveOutZ(precisionOf(MODEL, evidence([1.1, 2.1, 3])), [0, 1]))).toBeLessThan(1);
  });
});
