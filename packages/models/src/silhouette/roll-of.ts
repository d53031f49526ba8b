import { midpoint } from './polyline.ts';
import type { JointName, PointPx, View } from './view-profile.ts';

/** Pairs of joints whose middles lie on the body's axis. */
const AXIS = [['left_ear', 'right_ear'], ['left_shoulder', 'right_shoulder'], ['left_hip', 'right_hip'], ['left_knee', 'right_knee'], ['left_ankle', 'right_ankle']] as const;
/** How far forward this axis leans in a side view of people who stand upright, radians. */
const SIDE_LEAN = 0.019;
/** People in a level picture slant by up to 3 degrees: that much is as likely a lean of the person as a turn of the picture. */
const USUAL_SLANT = 0.052;
/** 15 degrees. Whoever slants more does not stand upright in a turned picture. */
const MOST = 0.262;

/**
 * How far to take a picture to be turned clockwise, radians, at most 15 degrees: the slant of the body's axis by least squares,
 * nearly all of it where it is large, little of a slant that may well be a lean.
 * @param facing the side of the picture towards which a person in a side view looks
 */
export function rollOf(joints: Readonly<Record<JointName, PointPx>>, view: View, facing: 'left' | 'right'): number {
  const middles = AXIS.map(([left, right]) => midpoint(joints[left], joints[right]));
  const centreY = middles.reduce((sum, { y }) => sum + y, 0) / AXIS.length;
  const covariance = middles.reduce((sum, { x, y }) => sum + x * (centreY - y), 0);
  const variance = middles.reduce((sum, { y }) => sum + (y - centreY) ** 2, 0);
  const lean = view === 'front' ? 0 : facing === 'right' ? SIDE_LEAN : -SIDE_LEAN;
  const slant = Math.min(Math.max(Math.atan2(covariance, variance) - lean, -MOST), MOST);
  return slant ** 3 / (slant ** 2 + USUAL_SLANT ** 2);
}
