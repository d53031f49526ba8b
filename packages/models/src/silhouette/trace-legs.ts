import { sampleMask, type PersonMask } from '../pose/index.ts';
import type { Figure } from './figure.ts';
import { fallingEdge, PERSON } from './mask-row.ts';
import { midpoint, xAtRow } from './polyline.ts';
import type { PointPx } from './view-profile.ts';

/** Mean width (px) of the two legs on row `y`; NaN unless background shows between them and on both sides. */
export function legWidthPx(mask: PersonMask, { joints }: Figure, y: number, reachPx: number): number {
  const left = xAtRow([joints.left_hip, joints.left_knee, joints.left_ankle], y);
  const right = xAtRow([joints.right_hip, joints.right_knee, joints.right_ankle], y);
  return (legWidth(mask, y, left, right, reachPx) + legWidth(mask, y, right, left, reachPx)) / 2;
}

function legWidth(mask: PersonMask, y: number, legX: number, otherX: number, reachPx: number): number {
  const inner = fallingEdge(mask, y, legX, (legX + otherX) / 2);
  const outer = fallingEdge(mask, y, legX, legX + Math.sign(legX - otherX) * reachPx);
  return Math.abs(outer - inner);
}

/** Row (px) of the highest background between the legs, followed up from the knees; NaN when the legs touch there. */
export function crotchYPx(mask: PersonMask, { joints }: Figure): number {
  const knees = midpoint(joints.left_knee, joints.right_knee);
  const hips = midpoint(joints.left_hip, joints.right_hip);
  const spanPx = Math.abs(joints.left_knee.x - joints.right_knee.x) / 4;
  let x = lowest(mask, knees, spanPx).x;
  let before = sampleMask(mask, x, knees.y);
  if (before >= PERSON) return NaN;
  for (let y = knees.y - 1; y > hips.y; y -= 1) {
    const next = lowest(mask, { x, y }, 2);
    const now = sampleMask(mask, next.x, y);
    if (now >= PERSON) return y + (now - PERSON) / (now - before);
    before = now;
    x = next.x;
  }
  return NaN;
}

function lowest(mask: PersonMask, around: PointPx, spanPx: number): PointPx {
  let best = around;
  for (let x = around.x - spanPx; x <= around.x + spanPx; x += 1) {
    if (sampleMask(mask, x, around.y) < sampleMask(mask, best.x, best.y) - 1e-6) best = { x, y: around.y };
  }
  return best;
}
