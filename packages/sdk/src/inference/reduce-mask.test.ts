import { type PersonMask, sampleMask } from '@vua/models/pose';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceMask } from './reduce-mask.ts';

const FRAME = { widthPx: 720, heightPx: 1280 };
/** A mask of a whole frame: what `of` gives at each pixel. */
const draw = (of: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: FRAME.widthPx * FRAME.heightPx }, (_, at) => of(at % FRAME.widthPx, Math.floor(at / FRAME.widthPx)));
const fall = (mask: PersonMask, x: number, y: number): number => {
  const cellPx = 1 / mask.frameToMask[0];
  return sampleMask(mask, x - cellPx, y) - sampleMask(mask, x + cellPx, y);
};

describe('reduceMask', () => {
  it('has the cells of the network, wherever the person is and however large', () => {
    const full = draw(() => 1);
    const part = fc.record({ xCentre: fc.integer({ min: 0, max: 719 }), yCentre: fc.integer({ min: 0, max: 1279 }), sidePx: fc.integer({ min: 300, max: 2000 }) });
    fc.assert(fc.property(part, (square) => {
      const mask = reduceMask(full, FRAME, square);
      expect([mask.widthPx, mask.heightPx, mask.probability.length]).toEqual([256, 256, 65_536]);
      expect(1 / mask.frameToMask[0]).toBeCloseTo(square.sidePx / 256, 9);
    }), { numRuns: 20 });
  });

  it('lies where the frame lay: slopes read the same', () => {
    const mask = reduceMask(draw((x, y) => (x + y) / 1998), FRAME, { xCentre: 380, yCentre: 610, sidePx: 1100 });
    for (const [x, y] of [[10, 200], [123, 700], [360, 610], [700, 1100]] as const) expect(sampleMask(mask, x, y)).toBeCloseTo((x + y) / 1998, 4);
  });

  it('is nobody outside the frame and outside the square', () => {
    const mask = reduceMask(draw(() => 1), FRAME, { xCentre: 100, yCentre: 640, sidePx: 512 });
    for (const [x, y] of [[-20, 640], [100, 300], [700, 640]] as const) expect(sampleMask(mask, x, y)).toBe(0);
    expect(sampleMask(mask, 100, 640)).toBe(1);
  });

  // An edge that falls over one cell of the network, as it comes back stretched over the frame.
  it.each([480, 800, 1200])('keeps the edge of somebody %d pixels tall sharp', (bodyPx) => {
    const sidePx = 1.3 * bodyPx;
    const cellPx = sidePx / 256;
    const full = draw((x) => Math.min(1, Math.max(0, 0.5 - (x - 360) / cellPx)));
    expect(fall(reduceMask(full, FRAME, { xCentre: 360, yCentre: 640, sidePx }), 360, 640)).toBeGreaterThan(0.99);
  });

  it('copies', () => {
    const full = draw(() => 1);
    const mask = reduceMask(full, FRAME, { xCentre: 360, yCentre: 640, sidePx: 1000 });
    full.fill(0);
    expect(sampleMask(mask, 360, 640)).toBe(1);
  });

  it('is never finer than the frame', () => {
    expect(reduceMask(draw(() => 1), FRAME, { xCentre: 360, yCentre: 640, sidePx: 60 }).frameToMask[0]).toBe(1);
  });
});
