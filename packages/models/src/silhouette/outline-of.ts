import type { PersonMask } from '../pose/index.ts';
import { PERSON } from './mask-row.ts';
import { simplify } from './simplify.ts';

/** Points of the outline closer to the straight line than this (mask cells) are dropped. */
const TOLERANCE_CELLS = 0.35;

/**
 * Closed contour of the largest person in the mask by marching squares, simplified.
 * @returns x0, y0, x1, y1, ... in pixels of the frame, the first point not repeated; empty when the mask is empty
 */
export function outlineOf(mask: PersonMask): Float32Array {
  const loops = contourLoops(mask);
  let largest: readonly number[] = [];
  for (const loop of loops) if (Math.abs(area(loop)) > Math.abs(area(largest))) largest = loop;
  return toFrame(mask, simplify(largest, TOLERANCE_CELLS));
}

/**
 * All closed contours in mask cells. The grid is taken to be surrounded by background, so every contour closes.
 * Each cell edge that the contour crosses belongs to exactly two cells: a chain from crossing to crossing.
 */
function contourLoops(mask: PersonMask): number[][] {
  const next = segmentsOf(mask);
  const loops: number[][] = [];
  for (const start of next.keys()) {
    const loop: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && next.has(at)) {
      loop.push(...crossing(mask, at));
      const to: number | undefined = next.get(at);
      next.delete(at);
      at = to;
    }
    if (loop.length >= 6) loops.push(loop);
  }
  return loops;
}

/** Edge ids: 2 * corner for the edge to the right of a corner, + 1 for the edge below it; corners have a rim of one cell. */
const edgeId = (mask: PersonMask, u: number, v: number, down: 0 | 1): number => 2 * ((v + 1) * (mask.widthPx + 2) + u + 1) + down;

function segmentsOf(mask: PersonMask): Map<number, number> {
  const next = new Map<number, number>();
  const { inside, columns, rows } = insideGrid(mask);
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      const at = row * columns + column;
      const corners = [inside[at], inside[at + 1], inside[at + columns + 1], inside[at + columns]] as const;
      const count = (corners[0] ?? 0) + (corners[1] ?? 0) + (corners[2] ?? 0) + (corners[3] ?? 0);
      // All but some hundred of the cells lie wholly inside or outside.
      if (count === 0 || count === 4) continue;
      const [u, v] = [column - 1, row - 1];
      const edges = [edgeId(mask, u, v, 0), edgeId(mask, u + 1, v, 1), edgeId(mask, u, v + 1, 0), edgeId(mask, u, v, 1)];
      linkCell(next, corners.map((corner) => corner === 1), edges);
    }
  }
  return next;
}

/** 1 where the mask shows the person, with a rim of background round it. */
function insideGrid({ probability, widthPx, heightPx }: PersonMask): { inside: Uint8Array; columns: number; rows: number } {
  const columns = widthPx + 2;
  const rows = heightPx + 2;
  const inside = new Uint8Array(columns * rows);
  for (let v = 0, from = 0; v < heightPx; v += 1) {
    const to = (v + 1) * columns + 1;
    for (let u = 0; u < widthPx; u += 1, from += 1) if ((probability[from] ?? 0) >= PERSON) inside[to + u] = 1;
  }
  return { inside, columns, rows };
}

/** Walks round the cell: the contour enters where the corners change from outside to inside and leaves at the next change back. */
function linkCell(next: Map<number, number>, inside: readonly boolean[], edges: readonly number[]): void {
  for (let i = 0; i < 4; i += 1) {
    if (inside[i] === true || inside[(i + 1) % 4] !== true) continue;
    let j = (i + 1) % 4;
    while (inside[(j + 1) % 4] === true) j = (j + 1) % 4;
    next.set(edges[i] as number, edges[j] as number);
  }
}

function crossing(mask: PersonMask, edge: number): [number, number] {
  const corner = edge >> 1;
  const u = (corner % (mask.widthPx + 2)) - 1;
  const v = Math.floor(corner / (mask.widthPx + 2)) - 1;
  const from = value(mask, u, v);
  const to = edge % 2 === 0 ? value(mask, u + 1, v) : value(mask, u, v + 1);
  const t = (PERSON - from) / (to - from || 1);
  return edge % 2 === 0 ? [u + t, v] : [u, v + t];
}

function value(mask: PersonMask, u: number, v: number): number {
  return u < 0 || v < 0 || u >= mask.widthPx || v >= mask.heightPx ? 0 : (mask.probability[v * mask.widthPx + u] ?? 0);
}

function area(loop: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < loop.length; i += 2) {
    const j = (i + 2) % loop.length;
    twice += (loop[i] as number) * (loop[j + 1] as number) - (loop[j] as number) * (loop[i + 1] as number);
  }
  return twice / 2;
}

function toFrame(mask: PersonMask, points: readonly number[]): Float32Array {
  const [a, b, c, d, e, f] = mask.frameToMask;
  const determinant = a * e - b * d;
  const frame = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    const u = (points[i] as number) - c;
    const v = (points[i + 1] as number) - f;
    frame[i] = (e * u - b * v) / determinant;
    frame[i + 1] = (a * v - d * u) / determinant;
  }
  return frame;
}
