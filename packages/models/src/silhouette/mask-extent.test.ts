import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf } from './figure.ts';
import { maskExtent } from './mask-extent.ts';
import { stickFigurePose, type StickFigure } from './testing/stick-figure.ts';

const FIGURE: StickFigure = { frameWidthPx: 200, frameHeightPx: 400, topPx: 30, heightPx: 330, centreXPx: 100, view: 'front', halfWidthPx: () => 30 };

function extentOf(figure: Partial<StickFigure>, spoil: (probability: Float32Array) => void = () => undefined) {
  const pose = stickFigurePose({ ...FIGURE, ...figure });
  if (pose.mask === undefined) throw new Error('no mask');
  spoil(pose.mask.probability);
  return maskExtent(pose.mask, figureOf(pose).joints, pose.frameHeightPx);
}

describe('maskExtent', () => {
  it('finds top and bottom to a pixel wherever the person stands', () => {
    fc.assert(fc.property(fc.double({ min: 5, max: 60, noNaN: true }), fc.double({ min: 250, max: 330, noNaN: true }), (topPx, heightPx) => {
      const { topYPx, bottomYPx } = extentOf({ topPx, heightPx });
      expect(Math.abs(topYPx - topPx)).toBeLessThan(1);
      expect(Math.abs(bottomYPx - topPx - heightPx)).toBeLessThan(1);
    }), { numRuns: 20 });
  });

  it('does not count a blob above the head or beside the feet', () => {
    const { topYPx, bottomYPx } = extentOf({}, (probability) => {
      for (let x = 85; x < 115; x += 1) for (let y = 2; y < 12; y += 1) probability[y * 200 + x] = 1;
      for (let y = 375; y < 399; y += 1) probability[y * 200 + 5] = 1;
    });
    expect(Math.abs(topYPx - 30)).toBeLessThan(1);
    expect(Math.abs(bottomYPx - 360)).toBeLessThan(1);
  });

  it('ends at the border of the frame when the person is cut', () => {
    expect(extentOf({ topPx: -20 }).topYPx).toBeLessThan(1);
    expect(extentOf({ topPx: 90 }).bottomYPx).toBeGreaterThan(398);
  });
});
