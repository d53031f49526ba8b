import type { RgbaImage } from '../pose/index.ts';

/** Rows over which the correction is averaged: single rows catch folds and shadows. */
const SMOOTH_ROWS = 9;

/**
 * Moves edges to the strongest step of colour near them. `edgesPx[i]` lies on row `rowsPx[i]`; NaN stays NaN.
 * Returns new positions; the correction is a mean over neighbouring rows.
 * @param reachPx how far from the mask's edge the picture's own edge is sought
 */
export function refineEdges(image: RgbaImage, rowsPx: readonly number[], edgesPx: readonly number[], reachPx: number): number[] {
  const moves = edgesPx.map((x, i) => (Number.isNaN(x) ? NaN : strongestStep(image, rowsPx[i] as number, x, reachPx)));
  return edgesPx.map((x, i) => x + meanNear(moves, i));
}

function meanNear(moves: readonly number[], centre: number): number {
  const half = (SMOOTH_ROWS - 1) / 2;
  const near = moves.slice(Math.max(0, centre - half), centre + half + 1).filter((move) => !Number.isNaN(move));
  return near.reduce((sum, move) => sum + move, 0) / Math.max(1, near.length);
}

/** Offset (px, fraction by a parabola through the peak) of the strongest colour step from `x`. */
function strongestStep(image: RgbaImage, y: number, x: number, reachPx: number): number {
  const row = Math.min(image.heightPx - 1, Math.max(0, Math.round(y)));
  const first = Math.round(x - reachPx);
  const steps: number[] = [];
  for (let at = first; at <= Math.round(x + reachPx); at += 1) steps.push(stepAt(image, row, at));
  let best = 0;
  steps.forEach((step, i) => { if (step > (steps[best] as number)) best = i; });
  const [a, b, c] = [steps[best - 1] ?? 0, steps[best] as number, steps[best + 1] ?? 0];
  const peak = a - 2 * b + c < 0 ? (a - c) / (2 * (a - 2 * b + c)) : 0;
  return first + best + peak - x;
}

/** Size of the colour step between the three pixels left and right of the column. */
function stepAt(image: RgbaImage, row: number, column: number): number {
  let sum = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    let difference = 0;
    for (let k = 1; k <= 3; k += 1) difference += valueAt(image, row, column + k, channel) - valueAt(image, row, column - k, channel);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

function valueAt(image: RgbaImage, row: number, column: number, channel: number): number {
  const clamped = Math.min(image.widthPx - 1, Math.max(0, column));
  return image.data[(row * image.widthPx + clamped) * 4 + channel] ?? 0;
}
