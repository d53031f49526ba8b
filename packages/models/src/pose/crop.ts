import type { Affine } from './person-mask.ts';
import type { RgbaImage } from './rgba-image.ts';

/** How channel values 0-255 become model input: `value * scale + offset`. */
export interface ValueRange {
  readonly scale: number;
  readonly offset: number;
}

export const UNIT_RANGE: ValueRange = { scale: 1 / 255, offset: 0 };
export const SIGNED_RANGE: ValueRange = { scale: 2 / 255, offset: -1 };

/** What lies outside the picture: black, or the nearest pixel. MediaPipe letterboxes with black and repeats pixels in the landmark crop. */
export type Border = 'zero' | 'replicate';

/**
 * Samples a square grid from the image (bilinear, no half-pixel shift).
 * @param gridToFrame cell -> frame pixel.
 * @param out where to write, `cells * cells * 3` values.
 * @returns `out`: RGB, row-major.
 */
export function cropToTensor(
  image: RgbaImage, gridToFrame: Affine, cells: number, border: Border, range: ValueRange, out = new Float32Array(cells * cells * 3),
): Float32Array {
  const [a, b, c, d, e, f] = gridToFrame;
  const lastColumn = image.widthPx - 1;
  const lastRow = image.heightPx - 1;
  for (let row = 0, to = 0; row < cells; row++) {
    let x = b * row + c;
    let y = e * row + f;
    for (let column = 0; column < cells; column++, to += 3, x += a, y += d) {
      if (x >= 0 && y >= 0 && x < lastColumn && y < lastRow) writeInside(image, x, y, out, to, range);
      else writeAtBorder(image, x, y, out, to, border, range);
    }
  }
  return out;
}

// Unrolled over the channels: this runs 65,536 times a frame.
function writeInside({ data, widthPx }: RgbaImage, x: number, y: number, out: Float32Array, to: number, { scale, offset }: ValueRange): void {
  const x0 = x | 0;
  const y0 = y | 0;
  const p = (y0 * widthPx + x0) * 4;
  const q = p + widthPx * 4;
  const s = x - x0;
  const t = y - y0;
  const w11 = s * t;
  const w10 = s - w11;
  const w01 = t - w11;
  const w00 = 1 - s - w01;
  out[to] = (w00 * (data[p] ?? 0) + w10 * (data[p + 4] ?? 0) + w01 * (data[q] ?? 0) + w11 * (data[q + 4] ?? 0)) * scale + offset;
  out[to + 1] = (w00 * (data[p + 1] ?? 0) + w10 * (data[p + 5] ?? 0) + w01 * (data[q + 1] ?? 0) + w11 * (data[q + 5] ?? 0)) * scale + offset;
  out[to + 2] = (w00 * (data[p + 2] ?? 0) + w10 * (data[p + 6] ?? 0) + w01 * (data[q + 2] ?? 0) + w11 * (data[q + 6] ?? 0)) * scale + offset;
}

function writeAtBorder(image: RgbaImage, x: number, y: number, out: Float32Array, to: number, border: Border, { scale, offset }: ValueRange): void {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const s = x - x0;
  const t = y - y0;
  const read = border === 'zero' ? channel : nearestChannel;
  for (let k = 0; k < 3; k++) {
    const top = (1 - s) * read(image, x0, y0, k) + s * read(image, x0 + 1, y0, k);
    const bottom = (1 - s) * read(image, x0, y0 + 1, k) + s * read(image, x0 + 1, y0 + 1, k);
    out[to + k] = ((1 - t) * top + t * bottom) * scale + offset;
  }
}

function nearestChannel(image: RgbaImage, x: number, y: number, k: number): number {
  return channel(image, Math.min(image.widthPx - 1, Math.max(0, x)), Math.min(image.heightPx - 1, Math.max(0, y)), k);
}

function channel({ data, widthPx, heightPx }: RgbaImage, x: number, y: number, k: number): number {
  if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) return 0;
  return data[(y * widthPx + x) * 4 + k] ?? 0;
}
