import type { RgbaImage } from '@vua/models/pose';

/** How well the picture shows the person. */
export interface LightReading {
  /** Mean brightness (luma) of the person and what surrounds it, 0-255. */
  readonly meanLuma: number;
  /** Sharpness of the strongest edges, 0-1: contrast within one pixel / contrast within four, of the reduced picture. */
  readonly sharpness: number;
}

export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Person boxes are reduced to this height: 1 px is then about 0.5 cm of the body. */
const REDUCED_HEIGHT_PX = 384;
/** Edges weaker than this say nothing about focus (luma of 255). */
const LEAST_CONTRAST = 24;

/** Reads brightness and sharpness inside `box` (pixels of `image`, clipped to it). An empty box reads as a bright, sharp one. */
export function readLight(image: RgbaImage, box: Box): LightReading {
  const gray = reducedGray(image, box);
  if (gray.widthPx < 6 || gray.heightPx < 6) return { meanLuma: 255, sharpness: 1 };
  return { meanLuma: mean(gray.luma), sharpness: sharpnessOf(gray) };
}

interface Gray { readonly luma: Float32Array; readonly widthPx: number; readonly heightPx: number }

function reducedGray(image: RgbaImage, box: Box): Gray {
  const left = Math.max(0, Math.floor(box.left));
  const top = Math.max(0, Math.floor(box.top));
  const right = Math.min(image.widthPx, Math.ceil(box.right));
  const bottom = Math.min(image.heightPx, Math.ceil(box.bottom));
  const step = Math.max(1, (bottom - top) / REDUCED_HEIGHT_PX);
  const widthPx = Math.max(0, Math.floor((right - left) / step));
  const heightPx = Math.max(0, Math.floor((bottom - top) / step));
  const luma = new Float32Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) luma[y * widthPx + x] = cellLuma(image, left + x * step, top + y * step, step);
  }
  return { luma, widthPx, heightPx };
}

// Mean of the pixels of a cell: it takes the sensor's noise out and keeps the blur in. BT.601 weights.
function cellLuma({ data, widthPx }: RgbaImage, left: number, top: number, step: number): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y < Math.max(Math.floor(top) + 1, Math.floor(top + step)); y++) {
    for (let x = Math.floor(left); x < Math.max(Math.floor(left) + 1, Math.floor(left + step)); x++) {
      const at = (y * widthPx + x) * 4;
      sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      count++;
    }
  }
  return sum / count;
}

/** Mean over the strongest tenth of the edges along rows: an edge that rises within one pixel has all its contrast there. */
function sharpnessOf({ luma, widthPx, heightPx }: Gray): number {
  const ratios: { contrast: number; ratio: number }[] = [];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 2; x + 3 < widthPx; x++) {
      const row = y * widthPx + x;
      const at = (offset: number): number => luma[row + offset] ?? 0;
      const step = Math.abs(at(1) - at(0));
      const contrast = Math.abs(at(3) - at(-2));
      const isPeak = step >= Math.abs(at(0) - at(-1)) && step > Math.abs(at(2) - at(1));
      if (isPeak && contrast >= LEAST_CONTRAST) ratios.push({ contrast, ratio: Math.min(1, step / contrast) });
    }
  }
  ratios.sort((a, b) => b.contrast - a.contrast);
  const strongest = ratios.slice(0, Math.max(40, Math.floor(ratios.length / 4))).map(({ ratio }) => ratio);
  // Too few edges to judge: a plain picture is not called blurred.
  return ratios.length < 40 ? 1 : mean(strongest);
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}
