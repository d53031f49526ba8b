import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PersonMask, sampleMask } from './person-mask.ts';

const mask = (values: readonly number[], widthPx: number, frameToMask: PersonMask['frameToMask'] = [1, 0, 0, 0, 1, 0]): PersonMask =>
  ({ probability: Float32Array.from(values), widthPx, heightPx: values.length / widthPx, frameToMask });

describe('sampleMask', () => {
  it('gives the cells at their centres and blends between them', () => {
    const two = mask([0, 1, 0.5, 0.5], 2);
    expect([sampleMask(two, 0, 0), sampleMask(two, 1, 0), sampleMask(two, 0.5, 0), sampleMask(two, 0.5, 0.5)]).toEqual([0, 1, 0.5, 0.5]);
  });

  it('is 0 outside and fades over one cell', () => {
    const full = mask([1, 1, 1, 1], 2);
    expect([sampleMask(full, -1, 0), sampleMask(full, -0.25, 0), sampleMask(full, 1.5, 1), sampleMask(full, 0, 7)]).toEqual([0, 0.75, 0.5, 0]);
  });

  it('reads through the way the grid lies on the frame', () => {
    expect(sampleMask(mask([0, 0, 0, 1], 2, [0.1, 0, -9, 0, 0.1, -4]), 100, 50)).toBe(1);
  });

  it('is a probability everywhere', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const place = fc.double({ min: -5, max: 9, noNaN: true });
    fc.assert(fc.property(fc.array(part, { minLength: 12, maxLength: 12 }), place, place, (values, x, y) => {
      const sampled = sampleMask(mask(values, 4), x, y);
      expect(sampled).toBeGreaterThanOrEqual(0);
      expect(sampled).toBeLessThanOrEqual(1 + 1e-6);
    }));
  });
});
