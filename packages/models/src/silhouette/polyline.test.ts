import { describe, expect, it } from 'vitest';
import { along, distanceToSegment, midpoint, xAtRow } from './polyline.ts';

describe('xAtRow', () => {
  const line = [{ x: 0, y: 0 }, { x: 10, y: 10 }, { x: 10, y: 20 }];

  it('interpolates on the segment that the row crosses', () => {
    expect(xAtRow(line, 5)).toBe(5);
    expect(xAtRow(line, 15)).toBe(10);
  });

  it('follows segments that run upwards', () => {
    expect(xAtRow([{ x: 4, y: 8 }, { x: 0, y: 0 }], 4)).toBe(2);
  });

  it('is missing above the start and below the end', () => {
    expect(xAtRow(line, -1)).toBeNaN();
    expect(xAtRow(line, 21)).toBeNaN();
  });

  it('takes the end of a level segment', () => {
    expect(xAtRow([{ x: 1, y: 3 }, { x: 7, y: 3 }], 3)).toBe(7);
  });
});

describe('distanceToSegment', () => {
  it('is the distance to the line beside it and to the ends beyond them', () => {
    const [a, b] = [{ x: 0, y: 0 }, { x: 10, y: 0 }];
    expect(distanceToSegment({ x: 5, y: 3 }, a, b)).toBe(3);
    expect(distanceToSegment({ x: 13, y: 4 }, a, b)).toBe(5);
    expect(distanceToSegment({ x: 3, y: 4 }, a, a)).toBe(5);
  });
});

it('midpoint and along lie on the line', () => {
  expect(midpoint({ x: 0, y: 2 }, { x: 4, y: 4 })).toEqual({ x: 2, y: 3 });
  expect(along({ x: 0, y: 0 }, { x: 2, y: 4 }, 1.5)).toEqual({ x: 3, y: 6 });
});
