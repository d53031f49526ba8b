import type { PersonMask } from '../pose/index.ts';
import { PERSON, rowMax } from './mask-row.ts';
import type { JointName, PointPx } from './view-profile.ts';

/** Highest and lowest row of the person, sub-pixel. */
export interface MaskExtent {
  readonly topYPx: number;
  readonly bottomYPx: number;
}

/**
 * Follows the mask up from the nose and down from the ankles, so that other blobs do not count.
 * A person cut by the frame ends at its border or beyond.
 */
export function maskExtent(mask: PersonMask, joints: Readonly<Record<JointName, PointPx>>, frameHeightPx: number): MaskExtent {
  const { nose, left_ankle: left, right_ankle: right } = joints;
  const ankleY = Math.max(left.y, right.y);
  const heightPx = ankleY - nose.y;
  const headPx = 0.09 * heightPx;
  const footPx = 0.13 * heightPx;
  const feet = { fromX: Math.min(left.x, right.x) - footPx, toX: Math.max(left.x, right.x) + footPx };
  return {
    topYPx: lastRow(mask, nose.y, -1, { fromX: nose.x - headPx, toX: nose.x + headPx }, frameHeightPx),
    bottomYPx: lastRow(mask, ankleY, 1, feet, frameHeightPx),
  };
}

function lastRow(mask: PersonMask, startY: number, step: 1 | -1, band: { fromX: number; toX: number }, frameHeightPx: number): number {
  let y = startY;
  let before = rowMax(mask, y, band.fromX, band.toX, 1);
  for (let walked = 0; walked < frameHeightPx; walked += 1) {
    const now = rowMax(mask, y + step, band.fromX, band.toX, 1);
    if (now < PERSON && before >= PERSON) return y + (step * (before - PERSON)) / (before - now);
    before = now;
    y += step;
  }
  return y;
}
