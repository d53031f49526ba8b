import { expect, it } from 'vitest';
import { medianCurve } from './median-curve.ts';

it('takes the median level by level and leaves missing frames out', () => {
  expect([...medianCurve([Float64Array.of(1, 5), Float64Array.of(3, NaN), Float64Array.of(100, 7)])]).toEqual([3, 6]);
});

it('is missing where fewer than three in ten frames saw the level', () => {
  const frames = Array.from({ length: 10 }, (_, i) => Float64Array.of(i < 2 ? 1 : NaN, i < 3 ? 1 : NaN));
  expect([...medianCurve(frames)]).toEqual([NaN, 1]);
});

it('of no frame is empty', () => {
  expect(medianCurve([])).toHaveLength(0);
});
