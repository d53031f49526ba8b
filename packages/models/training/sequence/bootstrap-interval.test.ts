import { expect, it } from 'vitest';
import { normal, seededRandom } from '../body/random.ts';
import { bootstrapInterval } from './bootstrap-interval.ts';

it('holds two standard errors either side of the mean', () => {
  const random = seededRandom(2);
  const { mean, low, high } = bootstrapInterval(Array.from({ length: 400 }, () => 3 + normal(random)), random);
  expect(low).toBeLessThan(mean);
  expect(high).toBeGreaterThan(mean);
  expect(high - low).toBeCloseTo(4 / Math.sqrt(400), 1);
});

it('is one point where all values are alike', () => {
  expect(bootstrapInterval([2, 2, 2], seededRandom(1))).toEqual({ mean: 2, low: 2, high: 2 });
});
