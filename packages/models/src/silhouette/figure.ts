import { landmarkOf, type BodyPose, type KeypointName } from '../pose/index.ts';
import { along, midpoint } from './polyline.ts';
import { JOINT_NAMES, type JointName, type PointPx } from './view-profile.ts';

/** One arm as the tracer sees it, from the shoulder to beyond the finger tips. */
export interface Arm {
  readonly shoulder: PointPx;
  readonly elbow: PointPx;
  readonly wrist: PointPx;
  /** Middle of the knuckles. */
  readonly knuckles: PointPx;
  /** Half the distance between the knuckles of the little finger and the index (px). */
  readonly knuckleHalfSpanPx: number;
}

/** The skeleton of one frame in the form in which the tracer uses it. */
export interface Figure {
  readonly joints: Readonly<Record<JointName, PointPx>>;
  readonly arms: readonly [Arm, Arm];
}

export function figureOf(pose: BodyPose): Figure {
  const at = (name: KeypointName): PointPx => {
    const { x, y } = landmarkOf(pose, name);
    return { x, y };
  };
  const joints = Object.fromEntries(JOINT_NAMES.map((name) => [name, at(name)])) as Record<JointName, PointPx>;
  const arm = (side: 'left' | 'right'): Arm => {
    const little = at(`${side}_pinky`);
    const index = at(`${side}_index`);
    return {
      shoulder: joints[`${side}_shoulder`],
      elbow: joints[`${side}_elbow`],
      wrist: joints[`${side}_wrist`],
      knuckles: midpoint(little, index),
      knuckleHalfSpanPx: Math.hypot(little.x - index.x, little.y - index.y) / 2,
    };
  };
  return { joints, arms: [arm('left'), arm('right')] };
}

/** Middle line of the trunk: between the ears, the shoulders and the hips, and straight on below. */
export function trunkLine({ joints }: Figure): readonly PointPx[] {
  const ears = midpoint(joints.left_ear, joints.right_ear);
  const shoulders = midpoint(joints.left_shoulder, joints.right_shoulder);
  const hips = midpoint(joints.left_hip, joints.right_hip);
  const knees = midpoint(joints.left_knee, joints.right_knee);
  return [ears, shoulders, hips, knees, midpoint(joints.left_ankle, joints.right_ankle)];
}

/** Axis of an arm down to the finger tips, which lie about as far beyond the knuckles as these from the wrist. */
export function armLine(arm: Arm): readonly PointPx[] {
  return [arm.shoulder, arm.elbow, arm.wrist, arm.knuckles, along(arm.wrist, arm.knuckles, 2.2)];
}
