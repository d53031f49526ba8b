import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, matrix } from '../linear-algebra.ts';
import type { Gaussian } from '../mix-gaussians.ts';
import type { Observation } from './observation.ts';
import { updateGaussian } from './update-gaussian.ts';

const SIZE = 3;
const number = fc.double({ min: -2, max: 2, noNaN: true });
const priors: fc.Arbitrary<Gaussian> = fc.record({ mean: fc.array(number, { minLength: SIZE, maxLength: SIZE }), root: fc.array(number, { minLength: SIZE * SIZE, maxLength: SIZE * SIZE }) })
  .map(({ mean, root }) => ({
    mean: Float64Array.from(mean),
    covariance: matrix(SIZE, SIZE, (i, j) => [0, 1, 2].reduce((sum, k) => sum + (root[i * SIZE + k] as number) * (root[j * SIZE + k] as number), i === j ? 0.1 : 0)),
  }));
const observations = (sharedSd: fc.Arbitrary<number>): fc.Arbitrary<Observation[]> => fc.array(
  fc.record({ coefficients: fc.array(number, { minLength: SIZE, maxLength: SIZE }), value: number, sd: fc.double({ min: 0.1, max: 2, noNaN: true }), sharedSd }),
  { minLength: 1, maxLength: 4 },
);

/** The largest difference of any mean or covariance. */
function apart(a: Gaussian, b: Gaussian): number {
  const means = Array.from(a.mean, (value, i) => Math.abs(value - (b.mean[i] as number)));
  return Math.max(...means, ...Array.from(a.covariance.data, (value, i) => Math.abs(value - (b.covariance.data[i] as number))));
}

describe('updateGaussian', () => {
  it('leaves what nobody observed', () => {
    fc.assert(fc.property(priors, (prior) => {
      expect(apart(updateGaussian(prior, []), prior)).toBe(0);
    }));
  });

  it('never makes anything less sure', () => {
    fc.assert(fc.property(priors, observations(fc.double({ min: 0, max: 1, noNaN: true })), (prior, told) => {
      const { covariance } = updateGaussian(prior, told);
      for (let i = 0; i < SIZE; i += 1) expect(cell(covariance, i, i)).toBeLessThanOrEqual(cell(prior.covariance, i, i) + 1e-9);
    }));
  });

  it('does not care about the order', () => {
    fc.assert(fc.property(priors, observations(fc.constant(0.5)), (prior, told) => {
      expect(apart(updateGaussian(prior, told), updateGaussian(prior, told.toReversed()))).toBeLessThan(1e-6);
    }));
  });

  it('learns the same at once or one after the other when nothing is shared', () => {
    fc.assert(fc.property(priors, observations(fc.constant(0)), (prior, told) => {
      const steps = told.reduce<Gaussian>((gaussian, each) => updateGaussian(gaussian, [each]), prior);
      expect(apart(updateGaussian(prior, told), steps)).toBeLessThan(1e-6);
    }));
  });

  it('weighs one observation against the prior as the textbook says', () => {
    const prior = { mean: Float64Array.of(1), covariance: matrix(1, 1, () => 4) };
    const { mean, covariance, surprise, logLikelihood } = updateGaussian(prior, [{ coefficients: [1], value: 3, sd: 1 }]);
    expect(mean[0]).toBeCloseTo(1 + (4 / 5) * 2);
    expect(covariance.data[0]).toBeCloseTo(4 / 5);
    expect(surprise).toBeCloseTo(4 / 5);
    expect(logLikelihood).toBeCloseTo(-0.5 * (4 / 5) - 0.5 * Math.log(2 * Math.PI * 5));
  });

  it('learns less from two that share their error than from two that do not', () => {
    const prior = { mean: Float64Array.of(0), covariance: matrix(1, 1, () => 1) };
    const variance = (sd: number, sharedSd: number): number => updateGaussian(prior, [1, 1].map((value) => ({ coefficients: [1], value, sd, sharedSd }))).covariance.data[0] as number;
    expect(variance(Math.SQRT1_2, Math.SQRT1_2)).toBeGreaterThan(variance(1, 0) + 0.03);
  });
});
