import { PROFILE_ROWS, rowYPx, type JointName, type ViewProfile } from '../silhouette/index.ts';
import { cmPerPxAt, heightCmAt, type Camera } from './camera.ts';

/** Single numbers read from one frame, all in cm; each follows one measurement closely. */
export const FEATURE_NAMES = ['shoulderSpan', 'crotchHeight', 'hipHeight', 'armSpan', 'trunkSpan', 'neckWidth', 'thighWidth', 'calfWidth', 'ankleWidth'] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** Features that grow by two edges when the outline lies too far out. */
export const WIDTH_FEATURES: ReadonlySet<FeatureName> = new Set(['neckWidth', 'thighWidth', 'calfWidth', 'ankleWidth']);

/** Shares of stature between which the neck and ankles are narrowest and the legs are widest. */
const BANDS = { neck: [0.82, 0.88], thigh: [0.4, 0.46], calf: [0.17, 0.26], ankle: [0.05, 0.12] } as const;

/** The features of a front view (cm, NaN = not seen). */
export function frontFeatures(profile: ViewProfile, camera: Camera, statureCm: number): Record<FeatureName, number> {
  const height = (a: JointName, b: JointName): number =>
    (heightCmAt(camera, profile.joints[a].y) + heightCmAt(camera, profile.joints[b].y)) / 2;
  const trunk = (i: number): number => (profile.rightPx[i] as number) - (profile.leftPx[i] as number);
  const leg = (i: number): number => profile.legs.widthPx[i] as number;
  return {
    shoulderSpan: span(profile, camera, 'left_shoulder', 'right_shoulder'),
    crotchHeight: heightCmAt(camera, profile.legs.crotchYPx),
    hipHeight: height('left_hip', 'right_hip'),
    armSpan: (armSpan(profile, camera, 'left') + armSpan(profile, camera, 'right')) / 2,
    trunkSpan: height('left_shoulder', 'right_shoulder') - height('left_hip', 'right_hip'),
    neckWidth: extremeWidth(profile, camera, statureCm, BANDS.neck, trunk, Math.min),
    thighWidth: extremeWidth(profile, camera, statureCm, BANDS.thigh, leg, Math.max),
    calfWidth: extremeWidth(profile, camera, statureCm, BANDS.calf, leg, Math.max),
    ankleWidth: extremeWidth(profile, camera, statureCm, BANDS.ankle, leg, Math.min),
  };
}

function span({ joints }: ViewProfile, camera: Camera, a: JointName, b: JointName): number {
  const px = Math.hypot(joints[a].x - joints[b].x, joints[a].y - joints[b].y);
  return px * cmPerPxAt(camera, (joints[a].y + joints[b].y) / 2);
}

function armSpan(profile: ViewProfile, camera: Camera, side: 'left' | 'right'): number {
  return span(profile, camera, `${side}_shoulder`, `${side}_elbow`) + span(profile, camera, `${side}_elbow`, `${side}_wrist`);
}

/** Smallest or largest mean of five neighbouring rows between two shares of stature. */
function extremeWidth(
  profile: ViewProfile, camera: Camera, statureCm: number, [from, to]: readonly [number, number],
  widthPx: (i: number) => number, pick: (a: number, b: number) => number,
): number {
  let best = NaN;
  for (let i = 2; i < PROFILE_ROWS - 2; i += 1) {
    const y = rowYPx(profile, i);
    const share = heightCmAt(camera, y) / statureCm;
    if (share < from || share > to) continue;
    const width = ((widthPx(i - 2) + widthPx(i - 1) + widthPx(i) + widthPx(i + 1) + widthPx(i + 2)) / 5) * cmPerPxAt(camera, y);
    if (!Number.isNaN(width)) best = Number.isNaN(best) ? width : pick(best, width);
  }
  return best;
}
