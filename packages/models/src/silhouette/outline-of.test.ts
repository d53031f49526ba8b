import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Affine, PersonMask } from '../pose/index.ts';
import { outlineOf } from './outline-of.ts';

function maskOf(sizePx: number, at: (x: number, y: number) => number, frameToMask: Affine = [1, 0, 0, 0, 1, 0]): PersonMask {
  const probability = Float32Array.from({ length: sizePx * sizePx }, (_, i) => at(i % sizePx, Math.floor(i / sizePx)));
  return { probability, widthPx: sizePx, heightPx: sizePx, frameToMask };
}

const disc = (cx: number, cy: number, r: number) => (x: number, y: number): number => Math.min(1, Math.max(0, r - Math.hypot(x - cx, y - cy) + 0.5));

function area(points: Float32Array): number {
  let twice = 0;
  for (let i = 0; i < points.length; i += 2) {
    const j = (i + 2) % points.length;
    twice += (points[i] ?? 0) * (points[j + 1] ?? 0) - (points[j] ?? 0) * (points[i + 1] ?? 0);
  }
  return Math.abs(twice / 2);
}

describe('outlineOf', () => {
  it('follows a disc: every point lies on the circle, the area is right', () => {
    fc.assert(fc.property(fc.double({ min: 8, max: 13, noNaN: true }), fc.double({ min: 15, max: 17, noNaN: true }), (r, c) => {
      const points = outlineOf(maskOf(32, disc(c, c, r)));
      for (let i = 0; i < points.length; i += 2) expect(Math.hypot((points[i] ?? 0) - c, (points[i + 1] ?? 0) - c)).toBeCloseTo(r, 0);
      expect(area(points) / (Math.PI * r * r)).toBeGreaterThan(0.93);
      expect(area(points) / (Math.PI * r * r)).toBeLessThan(1.03);
    }), { numRuns: 30 });
  });

  it('takes the largest of several blobs and ignores holes', () => {
    const two = maskOf(40, (x, y) => Math.max(disc(10, 10, 3)(x, y), disc(26, 26, 9)(x, y) - disc(26, 26, 3)(x, y)));
    const points = outlineOf(two);
    expect(Math.min(...points)).toBeGreaterThan(15);
    expect(area(points)).toBeGreaterThan(200);
  });

  it('closes along the border of the grid', () => {
    const points = outlineOf(maskOf(8, () => 1));
    expect(area(points)).toBeGreaterThan(49);
    expect(Math.min(...points)).toBeGreaterThanOrEqual(-1);
  });

  it('comes back in pixels of the frame', () => {
    const points = outlineOf(maskOf(32, disc(16, 16, 8), [0.25, 0, -10, 0, 0.25, 4]));
    const xs = [...points].filter((_, i) => i % 2 === 0);
    const ys = [...points].filter((_, i) => i % 2 === 1);
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo((16 + 10) / 0.25, 0);
    expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo((16 - 4) / 0.25, 0);
  });

  it('is empty without a person', () => {
    expect(outlineOf(maskOf(16, () => 0.2))).toHaveLength(0);
  });

  it('is much shorter than the contour it follows', () => {
    expect(outlineOf(maskOf(256, disc(128, 128, 100))).length / 2).toBeLessThan(120);
  });
});
