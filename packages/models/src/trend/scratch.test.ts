import { expect, it } from 'vitest';
import { createScratch } from './scratch.ts';

it('gives zeros that do not overlap within one use, of any length, and begins anew with the next', () => {
  const begin = createScratch();
  const take = begin();
  const [first, second] = [take(3).fill(1), take(100).fill(2)];
  const third = take(5);
  expect([[...first], [...new Set(second)], [...third]]).toEqual([[1, 1, 1], [2], [0, 0, 0, 0, 0]]);
  third.fill(3);
  expect([first[0], second[99]]).toEqual([1, 2]);
  expect([...begin()(3)]).toEqual([0, 0, 0]);
});
