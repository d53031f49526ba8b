import { midpoint, PROFILE_ROWS, type PointPx, type View, type ViewProfile } from '../silhouette/index.ts';
import type { BodyViews } from './read-views.ts';
import type { Refusal, RefusalReason } from './refusal-reason.ts';

/** Below this a pixel is more than half a centimetre and the edges are lost. */
const MIN_HEIGHT_PX = 320;
const MIN_SHARPNESS = 0.5;
const MAX_BORDER_CONTACT = 0.05;
/** Rows of the trunk (from the top, share of height) of which at least this share must show both edges. */
const TRUNK_ROWS = { from: 0.27, to: 0.52, minSeen: 0.3 } as const;
/** Upright thighs are 0.57-0.92 trunks long in pictures; lifted towards a seat they shorten. */
const MIN_THIGH = 0.45;
/** Shoulders facing the camera are 0.65-0.82 trunks apart, seen from the side at most 0.16 (`people/`, lite and full). */
const MIN_FACING = 0.45;
const MAX_SIDE_ON = 0.32;
/** The views' joint heights, as shares of the trunk's, may differ by this much; the same person gives up to 0.04. */
const MAX_DISAGREEMENT = 0.1;

/** The most urgent reason not to measure; a reason counts when more than half of a view's frames have it. */
export function checkViews(views: BodyViews): Refusal | undefined {
  for (const view of ['front', 'side'] as const) {
    const reason = viewReason(views[view], view);
    if (reason !== undefined) return { view, reason };
  }
  return disagreement(views) > MAX_DISAGREEMENT ? { view: 'side', reason: 'views-disagree' } : undefined;
}

function viewReason(profiles: readonly ViewProfile[], view: View): RefusalReason | undefined {
  if (profiles.length === 0) return 'no-person';
  const reasons = profiles.map((profile) => profileReason(profile, view));
  if (reasons.filter((reason) => reason !== undefined).length * 2 <= profiles.length) return undefined;
  return reasons.find((reason) => reason !== undefined);
}

/** Why one frame cannot be measured; undefined when it can. */
function profileReason(profile: ViewProfile, view: View): RefusalReason | undefined {
  const { quality } = profile;
  if (profile.bottomYPx - profile.topYPx < MIN_HEIGHT_PX) return 'picture-too-small';
  if (!quality.headVisible) return 'head-cut';
  if (!quality.feetVisible) return 'feet-cut';
  if (isSitting(profile)) return 'sitting';
  const turned = view === 'front' ? frontReason(profile) : sideReason(profile);
  if (turned !== undefined) return turned;
  const unclear = quality.sharpness < MIN_SHARPNESS || quality.borderContact > MAX_BORDER_CONTACT || seenShare(profile) < TRUNK_ROWS.minSeen;
  return unclear ? 'outline-unclear' : undefined;
}

function isSitting(profile: ViewProfile): boolean {
  const { hips, knees } = middles(profile);
  return knees.y - hips.y < MIN_THIGH * trunkPx(profile);
}

/** BlazePose tells left from right by the face and chest: in a back view the shoulders change places. */
function frontReason(profile: ViewProfile): RefusalReason | undefined {
  const span = shoulderSpan(profile);
  if (span < -MIN_FACING) return 'back-view';
  return span < MIN_FACING ? 'not-facing' : undefined;
}

function sideReason(profile: ViewProfile): RefusalReason | undefined {
  return Math.abs(shoulderSpan(profile)) > MAX_SIDE_ON ? 'not-side-on' : undefined;
}

/** How far the left shoulder lies to the right of the right one, in lengths of the trunk. */
function shoulderSpan(profile: ViewProfile): number {
  const { left_shoulder: left, right_shoulder: right } = profile.joints;
  return (left.x - right.x) / trunkPx(profile);
}

function trunkPx(profile: ViewProfile): number {
  const { shoulders, hips } = middles(profile);
  return Math.max(1, hips.y - shoulders.y);
}

function middles({ joints }: ViewProfile): { shoulders: PointPx; hips: PointPx; knees: PointPx; ankles: PointPx } {
  return {
    shoulders: midpoint(joints.left_shoulder, joints.right_shoulder),
    hips: midpoint(joints.left_hip, joints.right_hip),
    knees: midpoint(joints.left_knee, joints.right_knee),
    ankles: midpoint(joints.left_ankle, joints.right_ankle),
  };
}

function seenShare(profile: ViewProfile): number {
  const rows = Array.from({ length: PROFILE_ROWS }, (_, i) => i).filter((i) => i >= TRUNK_ROWS.from * PROFILE_ROWS && i < TRUNK_ROWS.to * PROFILE_ROWS);
  return rows.filter((i) => Number.isFinite(profile.leftPx[i]) && Number.isFinite(profile.rightPx[i])).length / rows.length;
}

/** Largest difference between the views in how hips and knees divide the way from shoulders to ankles. */
function disagreement(views: BodyViews): number {
  const [front, side] = [shares(views.front), shares(views.side)];
  return Math.max(...front.map((share, i) => Math.abs(share - (side[i] as number))));
}

function shares(profiles: readonly ViewProfile[]): readonly number[] {
  const of = (profile: ViewProfile): number[] => {
    const { shoulders, hips, knees, ankles } = middles(profile);
    return [hips, knees].map(({ y }) => (y - shoulders.y) / (ankles.y - shoulders.y));
  };
  const all = profiles.map(of);
  return [0, 1].map((k) => all.reduce((sum, each) => sum + (each[k] as number), 0) / all.length);
}
