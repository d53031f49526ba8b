import { type PersonMask, sampleMask } from '@vua/models/pose';
import type { CropSquare } from './crop-square.ts';

/** What the network itself gives over its crop. */
const CELLS = 256;

/**
 * The network's own grid, taken back out of a mask that was stretched over the frame. Finer cells say nothing more, cost time where
 * outlines are drawn, and make every edge look soft, since sharpness is counted in cells. Copies: the given memory may be freed.
 * @param pixels probabilities, 0-1, row-major, one for each pixel of the frame.
 */
export function reduceMask(pixels: Float32Array, frame: { widthPx: number; heightPx: number }, { xCentre, yCentre, sidePx }: CropSquare): PersonMask {
  const whole: PersonMask = { ...frame, probability: pixels, frameToMask: [1, 0, 0, 0, 1, 0] };
  const step = Math.max(1, sidePx / CELLS);
  const left = xCentre - (step * CELLS) / 2;
  const top = yCentre - (step * CELLS) / 2;
  const probability = new Float32Array(CELLS * CELLS);
  for (let v = 0, at = 0; v < CELLS; v++) {
    for (let u = 0; u < CELLS; u++, at++) probability[at] = sampleMask(whole, left + u * step, top + v * step);
  }
  return { probability, widthPx: CELLS, heightPx: CELLS, frameToMask: [1 / step, 0, -left / step, 0, 1 / step, -top / step] };
}
