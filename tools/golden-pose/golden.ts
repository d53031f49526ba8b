import { LANDMARKER, type LandmarkOutputs } from '@vua/models/pose';
import { refineByHeatmap } from '../../packages/models/src/pose/heatmap.ts';

/** What an independent runtime gave for the pictures `detector.png` and `landmarks.png` beside it. */
export interface GoldenDetector {
  /** The surest anchors: position among the 2,254, twelve box values in input pixels, score logit. */
  readonly rows: readonly { readonly anchor: number; readonly box: readonly number[]; readonly logit: number }[];
}

/** The mask lies in a PNG of its own: 16-bit probabilities, high byte in red, low byte in green. */
export interface GoldenLandmarks {
  /** [39 x 5], see `LandmarkOutputs`. */
  readonly points: readonly number[];
  /** [39 x 2] x, y after refinement by the heatmap, pixels of the 256-pixel input. */
  readonly refined: readonly number[];
  /** [39 x 3] metres. */
  readonly world: readonly number[];
  readonly score: number;
}

/** Largest differences between a runtime's outputs and the golden ones. */
export interface GoldenDifference {
  /** x, y of all 39 points, pixels of the 256-pixel input. */
  readonly landmarksPx: number;
  /** x, y after refinement by the heatmap. */
  readonly refinedPx: number;
  /** z of all 39 points, same pixels. */
  readonly depthPx: number;
  readonly score: number;
  readonly worldM: number;
  /** Probability. */
  readonly mask: number;
  /** Pixels of the 224-pixel input. */
  readonly boxesPx: number;
  readonly boxLogit: number;
}

/** RGB bytes of a PNG as RGBA, exactly as stored. */
export async function readPng(url: string): Promise<{ data: Uint8ClampedArray; sidePx: number }> {
  const blob = await (await fetch(url)).blob();
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  context.drawImage(bitmap, 0, 0);
  return { data: context.getImageData(0, 0, bitmap.width, bitmap.height).data, sidePx: bitmap.width };
}

/** A PNG of `sidePx` squared opaque pixels, base64. */
export async function writePng(sidePx: number, rgbAt: (pixel: number) => readonly [number, number, number]): Promise<string> {
  const canvas = new OffscreenCanvas(sidePx, sidePx);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  const data = new Uint8ClampedArray(sidePx * sidePx * 4);
  for (let pixel = 0; pixel < sidePx * sidePx; pixel++) data.set([...rgbAt(pixel), 255], pixel * 4);
  context.putImageData(new ImageData(data, sidePx, sidePx), 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Model input from the PNG's bytes: RGB, `value * scale + offset`. */
export function inputOf(data: Uint8ClampedArray, { scale, offset }: { readonly scale: number; readonly offset: number }): Float32Array {
  return Float32Array.from({ length: (data.length / 4) * 3 }, (_, k) => (data[Math.floor(k / 3) * 4 + (k % 3)] ?? 0) * scale + offset);
}

/** x, y of every point after refinement by the heatmap, pixels of the input. */
export function refinedPoints({ points, heatmap }: Pick<LandmarkOutputs, 'points' | 'heatmap'>): number[] {
  const side = LANDMARKER.inputPx;
  return Array.from({ length: LANDMARKER.pointCount }, (_, k) => {
    const at = k * LANDMARKER.valuesPerPoint;
    return refineByHeatmap(heatmap, k, (points[at] ?? 0) / side, (points[at + 1] ?? 0) / side).map((share) => share * side);
  }).flat();
}
