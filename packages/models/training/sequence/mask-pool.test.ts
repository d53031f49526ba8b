import { expect, it } from 'vitest';
import { createMaskPool } from './mask-pool.ts';

it('masks keep the mean, are the same for the same step, and others for the next', () => {
  const pool = createMaskPool(1, 0.2, 1000);
  const draw = pool.ofStep(5);
  const [first, second] = [draw(1000).slice(), draw(1000).slice()];
  expect(new Set(first)).toEqual(new Set([0, Math.fround(1.25)]));
  expect(first.reduce((sum, value) => sum + value, 0) / 1000).toBeCloseTo(1, 1);
  expect(second).not.toEqual(first);
  expect(createMaskPool(1, 0.2, 1000).ofStep(5)(1000)).toEqual(first);
  expect(pool.ofStep(6)(1000)).not.toEqual(first);
});
