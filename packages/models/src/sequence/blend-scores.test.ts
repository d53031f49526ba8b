import { expect, it } from 'vitest';
import { addBonus, shareBonus, toLogProbabilities } from './blend-scores.ts';

it('a blend ranks by log p of the model plus the weighted log share of its partner', () => {
  const blend = Float32Array.of(10, 10 + Math.log(3), 10);
  addBonus(blend, shareBonus(new Map([[0, 1], [1, 4]]), 2));
  const wanted = [Math.log(0.2) + 2 * Math.log(0.2 + 1e-4), Math.log(0.6) + 2 * Math.log(0.8 + 1e-4), Math.log(0.2) + 2 * Math.log(1e-4)];
  for (const item of [0, 1]) expect((blend[item] ?? NaN) - (blend[2] ?? NaN)).toBeCloseTo((wanted[item] ?? NaN) - (wanted[2] ?? NaN), 4);
});

it('logits become logarithms of shares, however large they are', () => {
  const logits = Float32Array.of(1000, 1000 + Math.log(3));
  toLogProbabilities(logits);
  expect([...logits].map(Math.exp)).toEqual([expect.closeTo(0.25, 4), expect.closeTo(0.75, 4)]);
});

it('a partner that knows nothing has no say', () => {
  expect(shareBonus(new Map(), 5).size).toBe(0);
  expect(shareBonus(new Map([[1, 0]]), 5)).toEqual(new Map([[1, 0]]));
});
