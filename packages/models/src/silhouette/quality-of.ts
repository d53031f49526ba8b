import { sampleMask, type Affine, type PersonMask } from '../pose/index.ts';
import type { MaskExtent } from './mask-extent.ts';
import { midpoint } from './polyline.ts';
import { placeOf } from './upright-pose.ts';
import type { JointName, PointPx, SilhouetteQuality } from './view-profile.ts';

/** Widest neck in heights of the silhouette; what is wider at the neck's rows is hair or a collar. */
const NECK_WIDTH = 0.105;
const BORDER_PX = 2;

/** What the quality is read from. Rows are those of the profile, edges in px, NaN = missing. */
export interface TracedRows {
  readonly rowsPx: readonly number[];
  readonly leftPx: readonly number[];
  readonly rightPx: readonly number[];
}

export function qualityOf(
  mask: PersonMask, frame: { widthPx: number; heightPx: number }, extent: MaskExtent,
  joints: Readonly<Record<JointName, PointPx>>, rows: TracedRows, toFrame: Affine,
): SilhouetteQuality {
  const heightPx = extent.bottomYPx - extent.topYPx;
  // A mask is unsure within its last cell at the border, so a cut head may end just inside the frame.
  const rimPx = Math.max(BORDER_PX, cellPx(mask));
  const feet = [joints.left_ankle, joints.right_ankle, joints.left_heel, joints.right_heel];
  const frameY = (x: number, y: number): number => placeOf(toFrame, x, y).y;
  const seen = rows.rowsPx.flatMap((y, i) => edgesAt(rows, i).map((x) => ({ x, y })));
  const onBorder = seen.filter(({ x, y }) => isOnSide(placeOf(toFrame, x, y).x, frame.widthPx));
  const trunk = shareOfHeight(rows, 0.25, 0.5);
  const neck = shareOfHeight(rows, 0.13, 0.17);
  return {
    sharpness: mean(seen.map(({ x, y }) => edgeSharpness(mask, x, y))),
    borderContact: seen.length === 0 ? 1 : onBorder.length / seen.length,
    armsTouching: share(trunk, (i) => edgesAt(rows, i).length < 2),
    hair: share(neck, (i) => (rows.rightPx[i] as number) - (rows.leftPx[i] as number) > NECK_WIDTH * heightPx),
    headVisible: frameY(midpoint(joints.left_ear, joints.right_ear).x, extent.topYPx) > rimPx && joints.nose.y > extent.topYPx,
    feetVisible: feet.every(({ x, y }) => frameY(x, extent.bottomYPx) < frame.heightPx - 1 - rimPx && frameY(x, y) < frame.heightPx),
  };
}

const isOnSide = (x: number, widthPx: number): boolean => x <= BORDER_PX || x >= widthPx - 1 - BORDER_PX;

function edgesAt(rows: TracedRows, i: number): number[] {
  return [rows.leftPx[i] as number, rows.rightPx[i] as number].filter((x) => !Number.isNaN(x));
}

/** Indices of the rows that lie between two shares of the silhouette's height from its top. */
function shareOfHeight(rows: TracedRows, from: number, to: number): number[] {
  const n = rows.rowsPx.length;
  return rows.rowsPx.map((_, i) => i).filter((i) => i >= from * n && i < to * n);
}

/** Fall of the mask over two of its cells across the edge, 0-1. */
function edgeSharpness(mask: PersonMask, x: number, y: number): number {
  const stepPx = cellPx(mask);
  return Math.abs(sampleMask(mask, x + stepPx, y) - sampleMask(mask, x - stepPx, y));
}

/** Size of a cell of the mask in pixels of the frame. */
function cellPx(mask: PersonMask): number {
  return 1 / Math.hypot(mask.frameToMask[0], mask.frameToMask[3]);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function share(indices: readonly number[], holds: (i: number) => boolean): number {
  return indices.length === 0 ? 0 : indices.filter(holds).length / indices.length;
}
