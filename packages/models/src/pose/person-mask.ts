/** [a, b, c, d, e, f]: (x, y) -> (a x + b y + c, d x + e y + f). */
export type Affine = readonly [number, number, number, number, number, number];

/** Soft silhouette of the person: a grid of probabilities and how it lies on the frame. */
export interface PersonMask {
  /** Row-major probabilities, 0-1, `widthPx * heightPx` of them. */
  readonly probability: Float32Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Frame pixel -> mask cell; (0, 0) is the centre of the first cell. */
  readonly frameToMask: Affine;
}

/** Probability (0-1, bilinear, 0 outside the grid) that the frame pixel (x, y) shows the person. */
export function sampleMask(mask: PersonMask, x: number, y: number): number {
  const [a, b, c, d, e, f] = mask.frameToMask;
  const u = a * x + b * y + c;
  const v = d * x + e * y + f;
  const u0 = Math.floor(u);
  const v0 = Math.floor(v);
  const s = u - u0;
  const t = v - v0;
  const top = (1 - s) * cell(mask, u0, v0) + s * cell(mask, u0 + 1, v0);
  const bottom = (1 - s) * cell(mask, u0, v0 + 1) + s * cell(mask, u0 + 1, v0 + 1);
  return (1 - t) * top + t * bottom;
}

function cell(mask: PersonMask, u: number, v: number): number {
  if (u < 0 || v < 0 || u >= mask.widthPx || v >= mask.heightPx) return 0;
  return mask.probability[v * mask.widthPx + u] ?? 0;
}
