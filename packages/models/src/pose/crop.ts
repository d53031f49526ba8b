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
 * @returns RGB, row-major, `cells * cells * 3` values.
 */
export function cropToTensor(image: RgbaImage, gridToFrame: Affine, cells: number, border: Border, range: ValueRange): Float32Array {
  const [a, b, c, d, e, f] = gridToFrame;
  const out = new Float32Array(cells * cells * 3);
  const write = border === 'replicate' ? writeReplicated : writeZeroed;
  for (let row = 0, to = 0; row < cells; row++) {
    let x = b * row + c;
    let y = e * row + f;
    for (let column = 0; column < cells; column++, to += 3, x += a, y += d) write(image, x, y, out, to, range);
  }
  return out;
}

function writeReplicated(image: RgbaImage, x: number, y: number, out: Float32Array, to: number, range: ValueRange): void {
  const { data, widthPx, heightPx } = image;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const left = x0 < 0 ? 0 : x0 >= widthPx ? widthPx - 1 : x0;
  const right = x0 + 1 < 0 ? 0 : x0 + 1 >= widthPx ? widthPx - 1 : x0 + 1;
  const top = (y0 < 0 ? 0 : y0 >= heightPx ? heightPx - 1 : y0) * widthPx;
  const bottom = (y0 + 1 < 0 ? 0 : y0 + 1 >= heightPx ? heightPx - 1 : y0 + 1) * widthPx;
  blend(data, (top + left) * 4, (top + right) * 4, (bottom + left) * 4, (bottom + right) * 4, x - x0, y - y0, out, to, range);
}

/** Four taps with their weights; pulled out so that both borders share the arithmetic. */
function blend(
  data: Uint8ClampedArray | Uint8Array, p00: number, p10: number, p01: number, p11: number,
  s: number, t: number, out: Float32Array, to: number, range: ValueRange,
): void {
  const w11 = s * t;
  const w10 = s - w11;
  const w01 = t - w11;
  const w00 = 1 - s - w01;
  for (let k = 0; k < 3; k++) {
    const value = w00 * (data[p00 + k] ?? 0) + w10 * (data[p10 + k] ?? 0) + w01 * (data[p01 + k] ?? 0) + w11 * (data[p11 + k] ?? 0);
    out[to + k] = value * range.scale + range.offset;
  }
}

function writeZeroed(image: RgbaImage, x: number, y: number, out: Float32Array, to: number, range: ValueRange): void {
  const inside = x >= 0 && y >= 0 && x <= image.widthPx - 1 && y <= image.heightPx - 1;
  if (inside) return writeReplicated(image, x, y, out, to, range);
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const s = x - x0;
  const t = y - y0;
  for (let k = 0; k < 3; k++) {
    const top = (1 - s) * channel(image, x0, y0, k) + s * channel(image, x0 + 1, y0, k);
    const bottom = (1 - s) * channel(image, x0, y0 + 1, k) + s * channel(image, x0 + 1, y0 + 1, k);
    out[to + k] = ((1 - t) * top + t * bottom) * range.scale + range.offset;
  }
}

function channel({ data, widthPx, heightPx }: RgbaImage, x: number, y: number, k: number): number {
  if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) return 0;
  return data[(y * widthPx + x) * 4 + k] ?? 0;
}
