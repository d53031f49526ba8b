import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropToTensor, SIGNED_RANGE, UNIT_RANGE } from './crop.ts';
import type { Affine } from './person-mask.ts';
import type { RgbaImage } from './rgba-image.ts';

const RAW = { scale: 1, offset: 0 };
const SAME: Affine = [1, 0, 0, 0, 1, 0];

/** Red = x, green = y, blue = 7: linear in place, so that bilinear sampling is exact. */
function ramp(widthPx: number, heightPx: number): RgbaImage {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++) for (let x = 0; x < widthPx; x++) data.set([x, y, 7, 255], (y * widthPx + x) * 4);
  return { data, widthPx, heightPx };
}

const shift = (x: number, y: number): Affine => [1, 0, x, 0, 1, y];
const pixel = (tensor: Float32Array, cell = 0): number[] => [...tensor.subarray(cell * 3, cell * 3 + 3)];

describe('cropToTensor', () => {
  it('gives the pixels themselves for the identity', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 36, maxLength: 36 }), (data) => {
      const tensor = cropToTensor({ data, widthPx: 3, heightPx: 3 }, SAME, 3, 'zero', RAW);
      expect([...tensor]).toEqual([...data].filter((_, k) => k % 4 !== 3));
    }));
  });

  it('blends four pixels in between', () => {
    expect(pixel(cropToTensor(ramp(8, 8), shift(2.25, 4.5), 1, 'zero', RAW))).toEqual([2.25, 4.5, 7]);
  });

  it('scales to the range of the networks', () => {
    const white = { data: new Uint8ClampedArray(4).fill(255), widthPx: 1, heightPx: 1 };
    expect(pixel(cropToTensor(white, SAME, 1, 'zero', UNIT_RANGE))).toEqual([1, 1, 1]);
    expect(pixel(cropToTensor(white, SAME, 1, 'zero', SIGNED_RANGE))).toEqual([1, 1, 1]);
    expect(pixel(cropToTensor(white, shift(9, 9), 1, 'zero', SIGNED_RANGE))).toEqual([-1, -1, -1]);
  });

  it('is black outside with the border zero, and fades over one pixel', () => {
    expect(pixel(cropToTensor(ramp(8, 8), shift(-3, 2), 1, 'zero', RAW))).toEqual([0, 0, 0]);
    expect(pixel(cropToTensor(ramp(8, 8), shift(7.5, 4), 1, 'zero', RAW))).toEqual([3.5, 2, 3.5]);
  });

  it('repeats the nearest pixel with the border replicate', () => {
    expect(pixel(cropToTensor(ramp(8, 8), shift(-3, 2), 1, 'replicate', RAW))).toEqual([0, 2, 7]);
    expect(pixel(cropToTensor(ramp(8, 8), shift(20, 30), 1, 'replicate', RAW))).toEqual([7, 7, 7]);
    expect(pixel(cropToTensor(ramp(8, 8), shift(7.5, 4), 1, 'replicate', RAW))).toEqual([7, 4, 7]);
  });

  it('samples a linear picture exactly under any turn and scale inside it', () => {
    const small = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(fc.property(small, small, fc.double({ min: 60, max: 140, noNaN: true }), (a, b, c) => {
      const grid: Affine = [a, -b, c, b, a, 100];
      const tensor = cropToTensor(ramp(200, 200), grid, 8, 'replicate', RAW);
      for (let cell = 0; cell < 64; cell++) {
        const [u, v] = [cell % 8, Math.floor(cell / 8)];
        expect(tensor[cell * 3]).toBeCloseTo(a * u - b * v + c, 3);
        expect(tensor[cell * 3 + 1]).toBeCloseTo(b * u + a * v + 100, 3);
      }
    }), { numRuns: 30 });
  });
});
