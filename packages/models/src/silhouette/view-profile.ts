/** Which side of the body a picture shows. */
export type View = 'front' | 'side';

/** A place in a picture, pixels, (0, 0) = centre of the first pixel. */
export interface PointPx {
  readonly x: number;
  readonly y: number;
}

/** The joints that measuring needs: what the camera estimate and the checks look at. */
export const JOINT_NAMES = [
  'nose', 'left_ear', 'right_ear', 'left_shoulder', 'right_shoulder', 'left_elbow', 'right_elbow', 'left_wrist',
  'right_wrist', 'left_hip', 'right_hip', 'left_knee', 'right_knee', 'left_ankle', 'right_ankle', 'left_heel',
  'right_heel', 'left_foot_index', 'right_foot_index',
] as const;
export type JointName = (typeof JOINT_NAMES)[number];

/** What spoils a silhouette; all 0-1. */
export interface SilhouetteQuality {
  /** 1 = the mask falls from person to background within two of its cells, 0 = no clear edge. */
  readonly sharpness: number;
  /** Share of the outline that lies on the border of the frame. */
  readonly borderContact: number;
  /** Share of the rows between hip and chest where an arm hides the edge of the trunk (either edge). */
  readonly armsTouching: number;
  /** Share of the outline's neck rows that are wider than a neck can be: loose hair. */
  readonly hair: number;
  /** Whether head and feet are whole and inside the frame. */
  readonly headVisible: boolean;
  readonly feetVisible: boolean;
}

/** Legs below the crotch, in the front view. */
export interface LegProfile {
  /** Row (px) of the highest point between the legs; NaN when the thighs touch down to the knees. */
  readonly crotchYPx: number;
  /** Mean width (px) of the two legs at the profile's rows; NaN where a leg is not seen apart. */
  readonly widthPx: Float32Array;
}

/**
 * What one frame tells of a silhouette: edges of the trunk along horizontal rows. Holds neither image nor mask.
 * All places are those of the frame turned about its middle until the person stands upright in it.
 * Row i lies at `topYPx + (i + 0.5) / PROFILE_ROWS * (bottomYPx - topYPx)`.
 */
export interface ViewProfile {
  readonly view: View;
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /** Highest and lowest row of the mask (hair and toes included), sub-pixel. */
  readonly topYPx: number;
  readonly bottomYPx: number;
  /** Left and right edge of the trunk (px); NaN where it is hidden or not sure. */
  readonly leftPx: Float32Array;
  readonly rightPx: Float32Array;
  readonly legs: LegProfile;
  readonly joints: Readonly<Record<JointName, PointPx>>;
  /** In the side view: towards which side of the picture the person looks. */
  readonly facing: 'left' | 'right';
  readonly quality: SilhouetteQuality;
}

/** Rows of a profile between the top and the bottom of the silhouette: 2.5 for each 0.01 of stature. */
export const PROFILE_ROWS = 256;

/** The row (px) of index `i` of a profile. */
export function rowYPx(profile: Pick<ViewProfile, 'topYPx' | 'bottomYPx'>, i: number): number {
  return profile.topYPx + ((i + 0.5) / PROFILE_ROWS) * (profile.bottomYPx - profile.topYPx);
}
