import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonMask } from '../pose/index.ts';
import { fallingEdge, rowMax } from './mask-row.ts';

/** One row whose left part is person, with a soft edge one cell wide centred at `edgeX`. */
function rowMask(edgeX: number, widthPx = 40): PersonMask {
  const probability = Float32Array.from({ length: widthPx }, (_, x) => Math.min(1, Math.max(0, edgeX - x + 0.5)));
  return { probability, widthPx, heightPx: 1, frameToMask: [1, 0, 0, 0, 1, 0] };
}

describe('fallingEdge', () => {
  it('finds a soft edge to a fifth of a pixel, walking right', () => {
    fc.assert(fc.property(fc.double({ min: 5, max: 35, noNaN: true }), (edgeX) => {
      expect(Math.abs(fallingEdge(rowMask(edgeX), 0, 1, 39) - edgeX)).toBeLessThan(0.2);
    }));
  });

  it('finds it walking left, and in a mask of other scale', () => {
    const probability = Float32Array.from({ length: 20 }, (_, u) => Math.min(1, Math.max(0, u - 8 + 0.5)));
    const mask: PersonMask = { probability, widthPx: 20, heightPx: 1, frameToMask: [0.5, 0, 0, 0, 0, 0] };
    expect(fallingEdge(mask, 0, 30, 0)).toBeCloseTo(16, 0);
  });

  it('is missing when it starts outside the person', () => {
    expect(fallingEdge(rowMask(10), 0, 20, 39)).toBeNaN();
  });

  it('is missing when the person never ends before the limit', () => {
    expect(fallingEdge(rowMask(30), 0, 1, 20)).toBeNaN();
  });
});

describe('rowMax', () => {
  it('is the largest probability between two columns', () => {
    expect(rowMax(rowMask(10), 0, 0, 39, 1)).toBe(1);
    expect(rowMax(rowMask(10), 0, 20, 39, 1)).toBe(0);
  });
});
