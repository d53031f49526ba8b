import { describe, expect, it } from 'vitest';
import { addAgain, latestItems } from './add-again.ts';

describe('latestItems', () => {
  it.each([
    [[], 3, []],
    [[5], 3, [5]],
    [[1, 2, 1, 3], 9, [3, 1, 2]],
    [[1, 2, 3, 4], 2, [4, 3]],
    [[7, 7, 7], 2, [7]],
    [[1], 0, []],
  ])('of %j, at most %i, are %j', (items, most, expected) => {
    expect(latestItems(Int32Array.from(items), most)).toEqual(expected);
  });
});

describe('addAgain', () => {
  it('adds by how long ago an item was seen last, and to nothing else', () => {
    const bonus = new Map([[0, 1], [1, 1]]);
    addAgain(bonus, Int32Array.of(0, 2, 0, 4), [0.5, 3]);
    expect(bonus).toEqual(new Map([[0, 4], [1, 1], [4, 0.5]]));
  });
});
