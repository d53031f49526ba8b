import { expect, it } from 'vitest';
import { blur, normalKernel } from './blur.ts';
import { greyAt, greyImage } from './testing/grey-image.ts';

it('has the standard deviation that was asked for', () => {
  const kernel = normalKernel(2);
  const reach = (kernel.length - 1) / 2;
  expect(kernel.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
  expect(Math.sqrt(kernel.reduce((sum, weight, i) => sum + weight * (i - reach) ** 2, 0))).toBeCloseTo(2, 1);
});

it('spreads a step either way alike and leaves flat places', () => {
  const blurred = blur(greyImage(40, 20, (x) => (x < 20 ? 0 : 200)), 2);
  expect(greyAt(blurred, 5, 10)).toBe(0);
  expect(greyAt(blurred, 35, 10)).toBe(200);
  expect(greyAt(blurred, 19, 10) + greyAt(blurred, 20, 10)).toBe(200);
  expect(greyAt(blurred, 19, 10)).toBeGreaterThan(60);
  expect(blurred.data[3]).toBe(255);
});
