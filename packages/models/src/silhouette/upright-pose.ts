import type { Affine, BodyPose } from '../pose/index.ts';
import type { PointPx } from './view-profile.ts';

/** A pose told in the picture turned back about its middle, and how that picture lies on the frame. */
export interface UprightPose {
  readonly pose: BodyPose;
  /** Pixel of the upright picture -> pixel of the frame. */
  readonly toFrame: Affine;
}

/** Undoes a picture's clockwise turn. Nothing is sampled again: the landmarks move, the mask is looked up elsewhere. */
export function uprightPose(pose: BodyPose, rollRad: number): UprightPose {
  const [cos, sin] = [Math.cos(rollRad), Math.sin(rollRad)];
  const [centreX, centreY] = [(pose.frameWidthPx - 1) / 2, (pose.frameHeightPx - 1) / 2];
  const toFrame: Affine = [cos, -sin, centreX - cos * centreX + sin * centreY, sin, cos, centreY - sin * centreX - cos * centreY];
  const fromFrame: Affine = [cos, sin, centreX - cos * centreX - sin * centreY, -sin, cos, centreY + sin * centreX - cos * centreY];
  const landmarks = pose.landmarks.map((landmark) => ({ ...landmark, ...placeOf(fromFrame, landmark.x, landmark.y) }));
  return { pose: { ...pose, landmarks, ...(pose.mask && { mask: { ...pose.mask, frameToMask: after(toFrame, pose.mask.frameToMask) } }) }, toFrame };
}

export function placeOf([a, b, c, d, e, f]: Affine, x: number, y: number): PointPx {
  return { x: a * x + b * y + c, y: d * x + e * y + f };
}

/** First one map, then another. */
function after([a, b, c, d, e, f]: Affine, [p, q, r, s, t, u]: Affine): Affine {
  return [p * a + q * d, p * b + q * e, p * c + q * f + r, s * a + t * d, s * b + t * e, s * c + t * f + u];
}
