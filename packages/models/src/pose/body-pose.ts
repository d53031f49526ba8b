import { KEYPOINT_INDEX, type KeypointName } from './keypoint-names.ts';
import type { PersonMask } from './person-mask.ts';

/** One body point in a frame. `x`, `y` in pixels of the frame (x right, y down, (0, 0) = centre of the first pixel). */
export interface Landmark {
  readonly x: number;
  readonly y: number;
  /** Depth in the same pixels, towards the camera negative, origin between the hips. */
  readonly z: number;
  /** Probability (0-1) that the point is in the frame and not hidden. */
  readonly visibility: number;
}

/** A body point in metres, origin between the hips, x right in the picture, y down, z away from the camera. */
export interface WorldLandmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What the pose model knows of one person in one frame. */
export interface BodyPose {
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /** 33 points in the order of KEYPOINT_NAMES. */
  readonly landmarks: readonly Landmark[];
  /** 33 points in the order of KEYPOINT_NAMES. */
  readonly worldLandmarks: readonly WorldLandmark[];
  /** Absent when the caller asked for none. */
  readonly mask?: PersonMask;
  /** Probability (0-1) of the landmark model that its crop holds a person. */
  readonly score: number;
}

/** The landmark with this name. */
export function landmarkOf(pose: BodyPose, name: KeypointName): Landmark {
  const landmark = pose.landmarks[KEYPOINT_INDEX[name]];
  if (landmark === undefined) throw new Error(`pose has ${pose.landmarks.length} landmarks, expected 33`);
  return landmark;
}
