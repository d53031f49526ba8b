import type { Affine, RgbaImage } from '../pose/index.ts';

/** Rows over which the correction is averaged: single rows catch folds and shadows. */
const SMOOTH_ROWS = 9;

/**
 * Moves edges to the strongest step of colour near them. `edgesPx[i]` lies on row `rowsPx[i]`; NaN stays NaN.
 * Returns new positions; the correction is a mean over neighbouring rows.
 * @param reachPx how far from the mask's edge the picture's own edge is sought
 * @param toFrame where a place of the rows lies in the picture
 */
export function refineEdges(image: RgbaImage, rowsPx: readonly number[], edgesPx: readonly number[], reachPx: number, toFrame: Affine): number[] {
  const moves = edgesPx.map((x, i) => (Number.isNaN(x) ? NaN : strongestStep(image, toFrame, rowsPx[i] as number, x, reachPx)));
  return edgesPx.map((x, i) => x + meanNear(moves, i));
}

function meanNear(moves: readonly number[], centre: number): number {
  const half = (SMOOTH_ROWS - 1) / 2;
  const near = moves.slice(Math.max(0, centre - half), centre + half + 1).filter((move) => !Number.isNaN(move));
  return near.reduce((sum, move) => sum + move, 0) / Math.max(1, near.length);
}

/** Offset (px, fraction by a parabola through the peak) of the strongest colour step from `x`. */
function strongestStep(image: RgbaImage, toFrame: Affine, y: number, x: number, reachPx: number): number {
  const first = Math.round(x - reachPx);
  const count = Math.round(x + reachPx) - first + 1;
  const colours = coloursAlong(image, toFrame, Math.round(y), first - 3, count + 6);
  const steps: number[] = [];
  for (let place = 3; place < count + 3; place += 1) steps.push(stepAt(colours, place));
  let best = 0;
  steps.forEach((step, i) => { if (step > (steps[best] as number)) best = i; });
  const [a, b, c] = [steps[best - 1] ?? 0, steps[best] as number, steps[best + 1] ?? 0];
  const peak = a - 2 * b + c < 0 ? (a - c) / (2 * (a - 2 * b + c)) : 0;
  return first + best + peak - x;
}

/** Size of the colour step between the three places left and right of one. */
function stepAt(colours: Float32Array, place: number): number {
  let sum = 0;
  for (let channel = 3 * place; channel < 3 * place + 3; channel += 1) {
    let difference = 0;
    for (let k = 3; k <= 9; k += 3) difference += (colours[channel + k] as number) - (colours[channel - k] as number);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** Red, green, blue of the pixels nearest to places along row `y`; beyond the picture those of its border. */
function coloursAlong({ data, widthPx, heightPx }: RgbaImage, [a, b, c, d, e, f]: Affine, y: number, first: number, count: number): Float32Array {
  const colours = new Float32Array(3 * count);
  for (let x = first, to = 0; x < first + count; x += 1) {
    const column = Math.floor(Math.min(Math.max(a * x + b * y + c + 0.5, 0), widthPx - 1));
    const row = Math.floor(Math.min(Math.max(d * x + e * y + f + 0.5, 0), heightPx - 1));
    const at = 4 * (row * widthPx + column);
    for (let from = at; from < at + 3; from += 1, to += 1) colours[to] = data[from] as number;
  }
  return colours;
}
