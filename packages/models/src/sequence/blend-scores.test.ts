import { expect, it } from 'vitest';
import { blendScores, toLogProbabilities, toLogShares } from './blend-scores.ts';

it('a blend is log p of the model plus the weighted log share of its partner', () => {
  const [model, partner, blend] = [Float32Array.of(1000, 1000 + Math.log(3)), Float32Array.of(1, 4), new Float32Array(2)];
  toLogProbabilities(model);
  toLogShares(partner);
  blendScores(model, partner, 2, blend);
  expect(blend[0]).toBeCloseTo(Math.log(0.25) + 2 * Math.log(0.2 + 1e-4), 3);
  expect(blend[1]).toBeCloseTo(Math.log(0.75) + 2 * Math.log(0.8 + 1e-4), 3);
});

it('a partner that knows nothing has no say', () => {
  const partner = new Float32Array(3);
  toLogShares(partner);
  expect(new Set(partner).size).toBe(1);
});
