import type { RgbaImage } from '@vua/models/pose';
import type { BitMask } from '../../../../packages/models/training/body/mask-png.ts';

/** An opaque picture from grey values. */
export function greyImage(widthPx: number, heightPx: number, grey: (x: number, y: number) => number): RgbaImage {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let i = 0; i < widthPx * heightPx; i++) data.set(greyPixel(grey(i % widthPx, Math.floor(i / widthPx))), 4 * i);
  return { data, widthPx, heightPx };
}

const greyPixel = (value: number): number[] => [value, value, value, 255];

/** The grey value (red channel) at a pixel. */
export function greyAt({ data, widthPx }: RgbaImage, x: number, y: number): number {
  return data[4 * (y * widthPx + x)] as number;
}

/** A mask of those pixels where `person` holds. */
export function bitMask(widthPx: number, heightPx: number, person: (x: number, y: number) => boolean): BitMask {
  return { widthPx, heightPx, bits: Uint8Array.from({ length: widthPx * heightPx }, (_, i) => (person(i % widthPx, Math.floor(i / widthPx)) ? 1 : 0)) };
}
