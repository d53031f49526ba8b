import { describe, expect, it } from 'vitest';
import { dilatePerson } from './dilate-person.ts';
import { bitMask, greyAt, greyImage } from './testing/grey-image.ts';

// A person of 100 between columns 20 and 39 before a wall of 200; the outermost columns are mixed.
const MASK = bitMask(60, 40, (x) => x >= 20 && x < 40);
const IMAGE = greyImage(60, 40, (x) => (x === 20 || x === 39 ? 150 : x > 20 && x < 39 ? 100 : 200));

describe('dilatePerson', () => {
  it('moves both edges outwards by the radius', () => {
    const grown = dilatePerson(IMAGE, MASK, 5);
    const width = Array.from({ length: 60 }, (_, x) => (200 - greyAt(grown, x, 20)) / 100).reduce((sum, share) => sum + share, 0);
    expect(width).toBeCloseTo(20 + 2 * 5, 0);
    expect(greyAt(grown, 15, 20)).toBeLessThan(160);
    expect(greyAt(grown, 12, 20)).toBe(200);
  });

  it('leaves no seam where the edge was', () => {
    const grown = dilatePerson(IMAGE, MASK, 5);
    for (let x = 17; x < 43; x++) expect(greyAt(grown, x, 20)).toBe(100);
  });

  it('leaves the picture where nobody is', () => {
    expect(dilatePerson(IMAGE, bitMask(60, 40, () => false), 5)).toEqual(IMAGE);
  });
});
