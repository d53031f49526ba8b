import { expect, it } from 'vitest';
import { changeLight } from './change-light.ts';
import { greyAt, greyImage } from './testing/grey-image.ts';

it('halves light, not the numbers that encode it', () => {
  const half = changeLight(greyImage(2, 1, (x) => (x === 0 ? 255 : 0)), 0.5);
  expect(greyAt(half, 0, 0)).toBe(188);
  expect(greyAt(half, 1, 0)).toBe(0);
  expect(half.data[3]).toBe(255);
});

it('leaves the picture at a gain of 1', () => {
  const image = greyImage(256, 1, (x) => x);
  expect(changeLight(image, 1)).toEqual(image);
});
