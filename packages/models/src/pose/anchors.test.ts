import { describe, expect, it } from 'vitest';
import { anchorCentres } from './anchors.ts';

describe('anchorCentres', () => {
  const centres = anchorCentres();
  const at = (index: number): readonly number[] => [...centres.subarray(index * 2, index * 2 + 2)];

  it('gives 2,254 anchors: 28 x 28 x 2, 14 x 14 x 2, 7 x 7 x 6', () => {
    expect(centres).toHaveLength(2 * (28 * 28 * 2 + 14 * 14 * 2 + 7 * 7 * 6));
  });

  it('runs over the anchors of a cell, then along the row, then down', () => {
    const half = Math.fround(0.5 / 28);
    expect([at(0), at(1)]).toEqual([[half, half], [half, half]]);
    expect(at(2)).toEqual([Math.fround(1.5 / 28), half]);
    expect(at(28 * 2)).toEqual([half, Math.fround(1.5 / 28)]);
  });

  it('has six anchors in each cell of the coarsest grid, to the last corner', () => {
    const first = 28 * 28 * 2 + 14 * 14 * 2;
    for (let k = 0; k < 6; k++) expect(at(first + k)).toEqual([Math.fround(0.5 / 7), Math.fround(0.5 / 7)]);
    expect(at(first + 6)).toEqual([Math.fround(1.5 / 7), Math.fround(0.5 / 7)]);
    expect(at(2253)).toEqual([Math.fround(6.5 / 7), Math.fround(6.5 / 7)]);
  });
});
