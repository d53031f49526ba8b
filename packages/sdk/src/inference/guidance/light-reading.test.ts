import { expect, it } from 'vitest';
import { readLight } from './light-reading.ts';

/** A dark bar on a light ground, its edges softened over `softPx`. */
function bar(widthPx: number, heightPx: number, softPx: number, gain = 1) {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const inside = Math.min(x - widthPx / 3, (2 * widthPx) / 3 - x);
      const cover = Math.max(0, Math.min(1, 0.5 + inside / Math.max(1, softPx)));
      data.fill(gain * (200 - 140 * cover), (y * widthPx + x) * 4, (y * widthPx + x) * 4 + 3);
    }
  }
  return { data, widthPx, heightPx };
}

const whole = { left: 0, top: 0, right: 1e4, bottom: 1e4 };

it('reads the mean brightness of the box', () => {
  expect(readLight(bar(300, 300, 1), { left: 0, top: 0, right: 90, bottom: 300 }).meanLuma).toBeCloseTo(200, 0);
  expect(readLight(bar(300, 300, 1), { left: 110, top: 0, right: 190, bottom: 300 }).meanLuma).toBeCloseTo(60, 0);
});

it('a blurred edge is less sharp, whatever the light and the size', () => {
  const sharp = readLight(bar(300, 300, 1), whole).sharpness;
  const soft = readLight(bar(300, 300, 8), whole).sharpness;
  expect(sharp).toBeGreaterThan(0.46);
  expect(soft).toBeLessThan(0.36);
  expect(readLight(bar(300, 300, 8, 0.5), whole).sharpness).toBeCloseTo(soft, 1);
  expect(readLight(bar(900, 900, 24), whole).sharpness).toBeLessThan(0.4);
});

it('a picture without edges, and an empty box, are not called blurred', () => {
  const plain = { data: new Uint8ClampedArray(100 * 100 * 4).fill(128), widthPx: 100, heightPx: 100 };
  expect(readLight(plain, whole).sharpness).toBe(1);
  expect(readLight(plain, { left: 200, top: 0, right: 300, bottom: 100 })).toEqual({ meanLuma: 255, sharpness: 1 });
});
