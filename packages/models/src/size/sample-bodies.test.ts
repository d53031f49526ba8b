import { describe, expect, it } from 'vitest';
import { choleskyOfCorrelation } from './cholesky.ts';
import { inverseNormal } from './inverse-normal.ts';
import { POINT_COUNT, normalPoints } from './normal-points.ts';
import { sampleBodies } from './sample-bodies.ts';
import { exampleBody } from './testing/example-charts.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('sampling', () => {
  it.each([[0.5, 0], [0.975, 1.959963985], [0.05, -1.644853627], [0.001, -3.090232306]])('the quantile of %d is %d', (probability, z) => {
    expect(inverseNormal(probability)).toBeCloseTo(z, 6);
  });

  it('has mean 0 and variance 1 in every dimension, and no dimension too many', () => {
    for (let k = 0; k < 14; k++) {
      const values = [...normalPoints(k)];
      expect(mean(values)).toBeCloseTo(0, 9);
      expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 9);
    }
    expect(() => normalPoints(14)).toThrow(RangeError);
  });

  it('follows the correlation of the errors', () => {
    const body = exampleBody({ waist: 70, hip: 95 }, 2, { names: ['hip', 'waist'], matrix: [[1, 0.8], [0.8, 1]] });
    const samples = sampleBodies(body, ['waist', 'hip']);
    const covariance = mean(Array.from(samples.subarray(0, POINT_COUNT), (waist, i) => (waist - 70) * ((samples[POINT_COUNT + i] ?? NaN) - 95)));
    expect(covariance / 4).toBeGreaterThan(0.74);
    expect(covariance / 4).toBeLessThan(0.86);
  });

  it('draws an impossible correlation towards independence instead of failing', () => {
    const lower = choleskyOfCorrelation([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]);
    expect(lower.flat().every(Number.isFinite)).toBe(true);
    expect(choleskyOfCorrelation([[1, Number.NaN], [Number.NaN, 1]])).toEqual([[1, 0], [0, 1]]);
  });
});
