import { midpoint, type View, type ViewProfile } from '../silhouette/index.ts';
import { heightCmAt, type Camera } from './camera.ts';
import { matrix, cholesky, solveLower } from './linear-algebra.ts';

/** Heights at which a level camera would see the joints, and how much they vary; learnt from people with known cameras. */
export interface JointHeights {
  /** Shares of stature of ears, shoulders, hips, knees, ankles (middles of left and right). */
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/** What the estimate takes as known of any person in a view. */
export interface CameraPrior {
  /** How far the silhouette's top lies above the crown (hair and the softness of the mask), cm. */
  readonly aboveCrownCm: number;
  /** How much nearer to the camera than the body's middle the lowest point of the feet is, in statures. */
  readonly footNearer: number;
  readonly joints: JointHeights;
}

/** What the caller knows of the camera. */
export interface KnownCamera {
  /** Radians the camera looks down, from a sensor. */
  readonly pitchRad?: number;
  /** Focal length over the longer side of the frame. */
  readonly focal?: number;
}

/** A usual distance and the focal length of usual phones (over the longer side): they meet half way where neither is known. */
const USUAL = { distanceCm: 285, focal: 1.12 } as const;
/** Pitch of hand-held and leaning phones: mean and spread, radians. */
const PITCH = { mean: 0.08, sd: 0.09, from: -0.3, to: 0.5, step: 0.01 } as const;

/** Camera of one picture from the rows of head, joints and feet of a person of known stature. */
export function estimateCamera(profile: ViewProfile, statureCm: number, prior: CameraPrior, known: KnownCamera = {}): Camera {
  const at = (pitchRad: number): Camera => cameraAtPitch(profile, statureCm, prior, pitchRad, known.focal);
  return at(known.pitchRad ?? likeliestPitch(profile, statureCm, prior, at));
}

function cameraAtPitch(profile: ViewProfile, statureCm: number, prior: CameraPrior, pitchRad: number, focal: number | undefined): Camera {
  const focalPx = (focal ?? usualFocal(profile, statureCm)) * Math.max(profile.frameHeightPx, profile.frameWidthPx);
  const centreYPx = (profile.frameHeightPx - 1) / 2;
  const top = Math.tan(Math.atan((centreYPx - profile.topYPx) / focalPx) - pitchRad);
  const bottom = Math.tan(Math.atan((centreYPx - profile.bottomYPx) / focalPx) - pitchRad);
  const nearerCm = prior.footNearer * statureCm;
  const distanceCm = (statureCm + prior.aboveCrownCm - nearerCm * bottom) / (top - bottom);
  return { heightCm: -(distanceCm - nearerCm) * bottom, distanceCm, pitchRad, focalPx, centreXPx: (profile.frameWidthPx - 1) / 2, centreYPx };
}

function usualFocal(profile: ViewProfile, statureCm: number): number {
  const share = (profile.bottomYPx - profile.topYPx) / Math.max(profile.frameHeightPx, profile.frameWidthPx);
  return Math.sqrt(USUAL.focal * ((share * USUAL.distanceCm) / statureCm));
}

/** Apparent heights of ears, shoulders, hips, knees and ankles in statures. */
export function jointHeights({ joints }: ViewProfile, camera: Camera, statureCm: number): number[] {
  const pairs = [
    midpoint(joints.left_ear, joints.right_ear), midpoint(joints.left_shoulder, joints.right_shoulder), midpoint(joints.left_hip, joints.right_hip),
    midpoint(joints.left_knee, joints.right_knee), midpoint(joints.left_ankle, joints.right_ankle),
  ];
  return pairs.map(({ y }) => heightCmAt(camera, y) / statureCm);
}

function likeliestPitch(profile: ViewProfile, statureCm: number, prior: CameraPrior, at: (pitchRad: number) => Camera): number {
  const { mean, covariance } = prior.joints;
  const lower = cholesky(matrix(mean.length, mean.length, (i, j) => covariance[i]?.[j] ?? 0));
  let weights = 0;
  let sum = 0;
  for (let pitch = PITCH.from; pitch <= PITCH.to; pitch += PITCH.step) {
    const heights = jointHeights(profile, at(pitch), statureCm);
    const white = solveLower(lower, heights.map((height, i) => height - (mean[i] as number)));
    const misfit = white.reduce((total, value) => total + value * value, ((pitch - PITCH.mean) / PITCH.sd) ** 2);
    const weight = Math.exp(-misfit / 2);
    weights += weight;
    sum += weight * pitch;
  }
  return weights > 0 ? sum / weights : PITCH.mean;
}

/** One prior for each view. */
export type CameraPriors = Readonly<Record<View, CameraPrior>>;
