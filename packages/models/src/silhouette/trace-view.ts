import type { Affine, BodyPose, PersonMask, RgbaImage } from '../pose/index.ts';
import { figureOf, type Figure } from './figure.ts';
import { maskExtent } from './mask-extent.ts';
import { qualityOf } from './quality-of.ts';
import { refineEdges } from './refine-edges.ts';
import { rollOf } from './roll-of.ts';
import { traceFrontRow, type RowEdges } from './trace-front.ts';
import { crotchYPx, legWidthPx } from './trace-legs.ts';
import { traceSideRow } from './trace-side.ts';
import { uprightPose } from './upright-pose.ts';
import { PROFILE_ROWS, rowYPx, type View, type ViewProfile } from './view-profile.ts';

/** Share of the height, from the top, from which the picture's own edges are better than the mask's; above, hair and arms mislead them. */
const REFINED_FROM = 0.35;
/** How far from the mask's edge the picture's own edge is sought, in heights of the silhouette: a cell and a half of the mask. */
const REFINE_REACH = 0.0115;

/**
 * Traces the trunk's edges in one frame, along rows of the picture turned upright about its middle.
 * @param seen the pose as it lies in the frame
 * @param image the picture itself, for edges finer than the mask; its size is that of the frame
 * @returns undefined when the pose carries no mask or the mask is empty at the trunk
 */
export function traceView(seen: BodyPose, view: View, image?: RgbaImage): ViewProfile | undefined {
  const { joints } = figureOf(seen);
  const facing = facingOf(joints);
  const { pose, toFrame } = uprightPose(seen, rollOf(joints, view, facing));
  const { mask } = pose;
  if (mask === undefined) return undefined;
  const figure = figureOf(pose);
  const extent = maskExtent(mask, figure.joints, pose.frameHeightPx);
  const heightPx = extent.bottomYPx - extent.topYPx;
  if (!(heightPx > 0)) return undefined;
  const rowsPx = Array.from({ length: PROFILE_ROWS }, (_, i) => rowYPx(extent, i));
  const legs = traceLegs(mask, figure, rowsPx, view, heightPx);
  const edges = rowsPx.map((y): RowEdges => {
    if (y > legs.crotchYPx) return [NaN, NaN];
    return view === 'front' ? traceFrontRow(mask, figure, y, 0.3 * heightPx) : traceSideRow(mask, figure, y, heightPx);
  });
  const reachPx = REFINE_REACH * heightPx;
  const leftPx = sharpened(image, toFrame, rowsPx, edges.map(([left]) => left), reachPx);
  const rightPx = sharpened(image, toFrame, rowsPx, edges.map(([, right]) => right), reachPx);
  if (leftPx.every(Number.isNaN) || rightPx.every(Number.isNaN)) return undefined;
  return {
    view,
    frameWidthPx: pose.frameWidthPx,
    frameHeightPx: pose.frameHeightPx,
    ...extent,
    leftPx: Float32Array.from(leftPx),
    rightPx: Float32Array.from(rightPx),
    legs,
    joints: figure.joints,
    facing,
    quality: qualityOf(mask, { widthPx: pose.frameWidthPx, heightPx: pose.frameHeightPx }, extent, figure.joints, { rowsPx, leftPx, rightPx }, toFrame),
  };
}

function sharpened(image: RgbaImage | undefined, toFrame: Affine, rowsPx: readonly number[], edgesPx: readonly number[], reachPx: number): readonly number[] {
  if (image === undefined) return edgesPx;
  const from = Math.round(REFINED_FROM * rowsPx.length);
  return [...edgesPx.slice(0, from), ...refineEdges(image, rowsPx.slice(from), edgesPx.slice(from), reachPx, toFrame)];
}

function traceLegs(mask: PersonMask, figure: Figure, rowsPx: readonly number[], view: View, heightPx: number): ViewProfile['legs'] {
  if (view === 'side') return { crotchYPx: NaN, widthPx: new Float32Array(rowsPx.length).fill(NaN) };
  return { crotchYPx: crotchYPx(mask, figure), widthPx: Float32Array.from(rowsPx, (y) => legWidthPx(mask, figure, y, 0.15 * heightPx)) };
}

function facingOf(joints: Figure['joints']): 'left' | 'right' {
  const toes = joints.left_foot_index.x - joints.left_heel.x + joints.right_foot_index.x - joints.right_heel.x;
  const face = 2 * joints.nose.x - joints.left_ear.x - joints.right_ear.x;
  return toes + 2 * face >= 0 ? 'right' : 'left';
}
