import type { PersonMask } from '@vua/models/pose';

/** The network's own masks have 256 cells a side: more only costs time where outlines are drawn. */
const LONGEST_SIDE = 256;

/**
 * A mask of at most 256 cells on its longest side, each the mean of the pixels it stands for. Copies: the given memory may be freed.
 * @param pixels probabilities, 0-1, row-major, one for each pixel of the frame.
 */
export function reduceMask(pixels: Float32Array, frameWidthPx: number, frameHeightPx: number): PersonMask {
  const step = Math.max(1, Math.ceil(Math.max(frameWidthPx, frameHeightPx) / LONGEST_SIDE));
  const widthPx = Math.ceil(frameWidthPx / step);
  const heightPx = Math.ceil(frameHeightPx / step);
  const sums = new Float32Array(widthPx * heightPx);
  for (let y = 0, at = 0; y < frameHeightPx; y++) {
    const row = Math.floor(y / step) * widthPx;
    for (let x = 0; x < frameWidthPx; x++, at++) {
      const cell = row + Math.floor(x / step);
      sums[cell] = (sums[cell] ?? 0) + (pixels[at] ?? 0);
    }
  }
  const lengthOf = (index: number, whole: number): number => Math.min(step, whole - index * step);
  const probability = sums.map((sum, cell) => sum / (lengthOf(cell % widthPx, frameWidthPx) * lengthOf(Math.floor(cell / widthPx), frameHeightPx)));
  // The middle of cell 0 is the middle of its `step` pixels.
  const offset = (1 - step) / 2 / step;
  return { probability, widthPx, heightPx, frameToMask: [1 / step, 0, offset, 0, 1 / step, offset] };
}
