import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Affine } from './person-mask.ts';
import { frameToGrid, gridToFrame, regionFromPoints } from './region.ts';

const apply = ([a, b, c, d, e, f]: Affine, x: number, y: number): [number, number] => [a * x + b * y + c, d * x + e * y + f];
const length = fc.double({ min: 1, max: 4000, noNaN: true });
const place = fc.double({ min: -2000, max: 4000, noNaN: true });
const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const region = fc.record({ xCentre: place, yCentre: place, sizePx: length, rotationRad: angle });

describe('the region and its grid', () => {
  it('are inverse to each other', () => {
    fc.assert(fc.property(region, fc.integer({ min: 2, max: 256 }), place, place, (given, cells, x, y) => {
      const [u, v] = apply(frameToGrid(given, cells), x, y);
      const [backX, backY] = apply(gridToFrame(given, cells), u, v);
      expect(Math.hypot(backX - x, backY - y)).toBeLessThan(1e-6);
    }));
  });

  it('puts cell (0, 0) on the corner and the middle on the centre, without half a pixel', () => {
    const grid = gridToFrame({ xCentre: 100, yCentre: 200, sizePx: 50, rotationRad: 0 }, 10);
    expect(apply(grid, 0, 0)).toEqual([75, 175]);
    expect(apply(grid, 5, 5)).toEqual([100, 200]);
    expect(apply(grid, 10, 10)).toEqual([125, 225]);
  });

  it('turns clockwise in the picture', () => {
    const [x, y] = apply(gridToFrame({ xCentre: 0, yCentre: 0, sizePx: 2, rotationRad: Math.PI / 2 }, 2), 2, 1);
    expect([x, y].map((value) => value.toFixed(9))).toEqual(['0.000000000', '1.000000000']);
  });
});

describe('regionFromPoints', () => {
  it('is upright for an upright person, 2.5 times the radius wide', () => {
    expect(regionFromPoints({ x: 300, y: 500 }, { x: 300, y: 100 })).toEqual({ xCentre: 300, yCentre: 500, sizePx: 1000, rotationRad: 0 });
  });

  it('puts the second point straight above the middle of the grid', () => {
    fc.assert(fc.property(place, place, length, angle, (x, y, radius, direction) => {
      const onCircle = { x: x + radius * Math.cos(direction), y: y + radius * Math.sin(direction) };
      const found = regionFromPoints({ x, y }, onCircle);
      const [u, v] = apply(frameToGrid(found, 1), onCircle.x, onCircle.y);
      expect(u).toBeCloseTo(0.5, 6);
      expect(v).toBeCloseTo(0.5 - 1 / 2.5, 6);
      expect(Math.abs(found.rotationRad)).toBeLessThanOrEqual(Math.PI + 1e-9);
    }));
  });
});
