import { expect, it } from 'vitest';
import { addNoise } from './add-noise.ts';
import { greyImage } from './testing/grey-image.ts';

const FLAT = greyImage(100, 100, () => 128);

it('adds normal noise of the standard deviation that was asked for', () => {
  const { data } = addNoise(FLAT, 10, 1);
  const errors = [...data].flatMap((value, i) => (i % 4 === 3 ? [] : [value - 128]));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  expect(mean).toBeCloseTo(0, 0);
  expect(Math.abs(Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length) - 10)).toBeLessThan(0.3);
  expect(data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
});

it('draws the same for the same seed only', () => {
  expect(addNoise(FLAT, 10, 1)).toEqual(addNoise(FLAT, 10, 1));
  expect(addNoise(FLAT, 10, 2)).not.toEqual(addNoise(FLAT, 10, 1));
});
