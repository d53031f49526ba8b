import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Affine, RgbaImage } from '../pose/index.ts';
import { refineEdges } from './refine-edges.ts';

/** A picture 1,280 px high, dark left of `edgeX` and light right of it, with a soft pixel at the edge. */
function picture(edgeX: number): RgbaImage {
  const [widthPx, heightPx] = [60, 1280];
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let i = 0; i < widthPx * heightPx; i += 1) {
    const light = 40 + 160 * Math.min(1, Math.max(0, (i % widthPx) - edgeX + 0.5));
    data.set([light, light * 0.8, light * 0.6, 255], i * 4);
  }
  return { data, widthPx, heightPx };
}

const LEVEL: Affine = [1, 0, 0, 0, 1, 0];
const rows = Array.from({ length: 20 }, (_, i) => 100 + 5 * i);

describe('refineEdges', () => {
  it('moves edges within reach onto the step of colour', () => {
    fc.assert(fc.property(fc.double({ min: 25, max: 35, noNaN: true }), fc.double({ min: -6, max: 6, noNaN: true }), (edgeX, off) => {
      for (const x of refineEdges(picture(edgeX), rows, rows.map(() => edgeX + off), 10, LEVEL)) expect(Math.abs(x - edgeX)).toBeLessThan(0.7);
    }), { numRuns: 25 });
  });

  it('leaves missing edges missing', () => {
    const refined = refineEdges(picture(30), rows, rows.map((_, i) => (i === 4 ? NaN : 30)), 10, LEVEL);
    expect(refined[4]).toBeNaN();
    expect(refined[5]).toBeCloseTo(30, 0);
  });

  it('averages over neighbouring rows, so that one wrong row moves little', () => {
    const edges = rows.map((_, i) => (i === 10 ? 34 : 30));
    const refined = refineEdges(picture(30), rows, edges, 10, LEVEL);
    expect(Math.abs((refined[5] ?? NaN) - 30)).toBeLessThan(1);
  });

  it('finds the step where a turned picture has it', () => {
    fc.assert(fc.property(fc.double({ min: -0.2, max: 0.2, noNaN: true }), (slope) => {
      // Rows that climb through the picture meet its upright edge where they did without.
      const climbing: Affine = [1, 0, 0, slope, 1, 0];
      for (const x of refineEdges(picture(30.2), rows, rows.map(() => 33), 10, climbing)) expect(Math.abs(x - 30.2)).toBeLessThan(0.7);
      const slanted: Affine = [1, slope, 0, 0, 1, 0];
      const edges = rows.map((y) => 30.2 - slope * y);
      for (const [i, x] of refineEdges(picture(30.2), rows, edges.map((edge) => edge + 2), 10, slanted).entries()) expect(Math.abs(x - (edges[i] ?? NaN))).toBeLessThan(0.8);
    }), { numRuns: 25 });
  });
});
