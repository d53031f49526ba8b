import { expect, it } from 'vitest';
import { gaussianEstimates } from './gaussian-estimates.ts';
import { matrix } from './linear-algebra.ts';

const GAUSSIAN = { mean: Float64Array.of(Math.log(0.5), Math.log(0.6)), covariance: matrix(2, 2, (i, j) => (i === j ? 0.0004 : 0.0001)) };

it('gives centimetres with a 90 % interval around them', () => {
  const { chest } = gaussianEstimates(GAUSSIAN, ['chest', 'hip'], 170).measurements;
  expect(chest?.meanCm).toBeCloseTo(85, 6);
  expect(chest?.p5Cm).toBeCloseTo(85 * Math.exp(-1.6449 * 0.02), 6);
  expect(chest?.p95Cm).toBeCloseTo(85 * Math.exp(1.6449 * 0.02), 6);
});

it('gives the correlation of the errors', () => {
  expect(gaussianEstimates(GAUSSIAN, ['chest', 'hip'], 170).correlation).toEqual({ names: ['chest', 'hip'], matrix: [[1, 0.25], [0.25, 1]] });
});

it('widens intervals by the factor asked for, not the means', () => {
  const wide = gaussianEstimates(GAUSSIAN, ['chest', 'hip'], 170, () => 2).measurements;
  expect(wide.chest?.meanCm).toBeCloseTo(85, 6);
  expect(wide.chest?.p95Cm).toBeCloseTo(85 * Math.exp(2 * 1.6449 * 0.02), 6);
});
