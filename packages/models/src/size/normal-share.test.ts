import { expect, it } from 'vitest';
import { inverseNormal } from './inverse-normal.ts';
import { normalShare } from './normal-share.ts';

it.each([0.001, 0.05, 0.3, 0.5, 0.8, 0.975, 0.9999])('normalShare undoes inverseNormal at %d', (probability) => {
  expect(normalShare(inverseNormal(probability))).toBeCloseTo(probability, 6);
});
