import { sampleMask } from '@vua/models/pose';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceMask } from './reduce-mask.ts';

/** A frame that rises from 0 at its left edge to 1 at its right one. */
const slope = (widthPx: number, heightPx: number): Float32Array => Float32Array.from({ length: widthPx * heightPx }, (_, at) => (at % widthPx) / (widthPx - 1));

describe('reduceMask', () => {
  it('leaves small masks as they are, and copies', () => {
    const pixels = Float32Array.of(0, 0.25, 0.5, 1);
    const mask = reduceMask(pixels, 2, 2);
    expect([[...mask.probability], mask.widthPx, mask.heightPx]).toEqual([[0, 0.25, 0.5, 1], 2, 2]);
    expect(mask.frameToMask.map((value) => value + 0)).toEqual([1, 0, 0, 0, 1, 0]);
    expect(mask.probability.buffer).not.toBe(pixels.buffer);
  });

  it('has at most 256 cells on the longest side', () => {
    const size = fc.integer({ min: 1, max: 1300 });
    fc.assert(fc.property(size, size, (widthPx, heightPx) => {
      const mask = reduceMask(new Float32Array(widthPx * heightPx).fill(1), widthPx, heightPx);
      expect(Math.max(mask.widthPx, mask.heightPx)).toBeLessThanOrEqual(256);
      expect(mask.probability).toHaveLength(mask.widthPx * mask.heightPx);
      expect(mask.probability.every((value) => Math.abs(value - 1) < 1e-6)).toBe(true);
    }), { numRuns: 20 });
  });

  it('lies where the frame lay: a slope reads the same', () => {
    const mask = reduceMask(slope(720, 1280), 720, 1280);
    for (const x of [10, 123, 360, 700]) expect(sampleMask(mask, x, 600)).toBeCloseTo(x / 719, 4);
  });
});
