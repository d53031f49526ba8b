import { type BodyPose, KEYPOINT_INDEX, type KeypointName, type Landmark, landmarkOf } from '@vua/models/pose';

interface Point { readonly x: number; readonly y: number }

/** Lengths and angles of a pose that do not depend on how far the person stands. `torso` = middle of the shoulders to middle of the hips. */
export interface BodyGeometry {
  readonly torsoPx: number;
  /** Crown to soles / height of the frame. */
  readonly heightShare: number;
  /** Room above the crown / height of the frame; negative when cut. */
  readonly roomAbove: number;
  /** Room below the soles / height of the frame; negative when cut. */
  readonly roomBelow: number;
  /** Distance of the body's middle from the frame's / width of the frame. */
  readonly offCentre: number;
  /** Room beside the outermost body point / width of the frame; negative when cut. */
  readonly roomBeside: number;
  /** Left shoulder minus right shoulder along the picture / torso: about 0.8 facing, 0 side-on, -0.8 from behind. */
  readonly shoulders: number;
  /** The same of the hips: about 0.4 facing, 0 side-on. */
  readonly hips: number;
  /** Degrees the person is turned, 0 = facing, 90 = either side, 180 = back, from the depths of the world landmarks. */
  readonly turnDeg: number;
  /** Hip to knee, downwards / torso: about 0.9 standing. */
  readonly thighDrop: number;
  /** Hip to ankle, downwards / torso: about 1.7 standing. */
  readonly legDrop: number;
  /** Degrees of the body's axis (ankles to shoulders) from the vertical of the picture. */
  readonly leanDeg: number;
  /** Degrees of the upper arm from straight down, outwards, of the arm that is nearer to the trunk. */
  readonly armDeg: number;
  /** How far the wrist that is nearer to the trunk lies outside of its hip / torso. */
  readonly wristOut: number;
  /** Middle of the hips to the hand that is further forward or backward / torso. */
  readonly handOffHip: number;
  /** Ankle to ankle along the picture / torso. */
  readonly ankleGap: number;
}

/** Eyes to crown / torso; 0.17-0.34 in the synthetic people, hair included. */
const CROWN_ABOVE_EYES = 0.25;

export function bodyGeometry(pose: BodyPose): BodyGeometry {
  const shoulder = middle(pose, 'left_shoulder', 'right_shoulder');
  const hip = middle(pose, 'left_hip', 'right_hip');
  const knee = middle(pose, 'left_knee', 'right_knee');
  const ankle = middle(pose, 'left_ankle', 'right_ankle');
  const torsoPx = Math.max(1, Math.hypot(shoulder.x - hip.x, shoulder.y - hip.y));
  const { frameWidthPx, frameHeightPx } = pose;
  const crownY = middle(pose, 'left_eye', 'right_eye').y - CROWN_ABOVE_EYES * torsoPx;
  const soleY = Math.max(...(['left_heel', 'right_heel', 'left_foot_index', 'right_foot_index'] as const).map((name) => landmarkOf(pose, name).y));
  const xs = pose.landmarks.map(({ x }) => x);
  return {
    torsoPx,
    heightShare: (soleY - crownY) / frameHeightPx,
    roomAbove: crownY / frameHeightPx,
    roomBelow: 1 - soleY / frameHeightPx,
    offCentre: Math.abs((shoulder.x + hip.x) / 2 / frameWidthPx - 0.5),
    roomBeside: Math.min(...xs, frameWidthPx - Math.max(...xs)) / frameWidthPx,
    shoulders: across(pose, 'left_shoulder', 'right_shoulder') / torsoPx,
    hips: across(pose, 'left_hip', 'right_hip') / torsoPx,
    turnDeg: turnDeg(pose),
    thighDrop: (knee.y - hip.y) / torsoPx,
    legDrop: (ankle.y - hip.y) / torsoPx,
    leanDeg: Math.abs(degrees(Math.atan2(shoulder.x - ankle.x, ankle.y - shoulder.y))),
    ...armGeometry(pose, hip, torsoPx),
    ankleGap: Math.abs(across(pose, 'left_ankle', 'right_ankle')) / torsoPx,
  };
}

function armGeometry(pose: BodyPose, hip: Point, torsoPx: number): Pick<BodyGeometry, 'armDeg' | 'wristOut' | 'handOffHip'> {
  // Outwards is to the right of the picture for the left arm of a person who faces the camera, to the left from behind.
  const facing = Math.sign(across(pose, 'left_shoulder', 'right_shoulder')) || 1;
  const sides = ([['left', facing], ['right', -facing]] as const).map(([side, out]) => {
    const [shoulder, elbow, wrist, own] = (['shoulder', 'elbow', 'wrist', 'hip'] as const).map((part) => landmarkOf(pose, `${side}_${part}`)) as [Landmark, Landmark, Landmark, Landmark];
    const index = landmarkOf(pose, `${side}_index`);
    return {
      armDeg: degrees(Math.atan2(out * (elbow.x - shoulder.x), elbow.y - shoulder.y)),
      wristOut: (out * (wrist.x - own.x)) / torsoPx,
      handOffHip: Math.abs((wrist.x + index.x) / 2 - hip.x) / torsoPx,
    };
  });
  return {
    armDeg: Math.min(...sides.map((side) => side.armDeg)),
    wristOut: Math.min(...sides.map((side) => side.wristOut)),
    handOffHip: Math.max(...sides.map((side) => side.handOffHip)),
  };
}

/** From the depths of shoulders and hips together: either alone wanders more. */
function turnDeg(pose: BodyPose): number {
  const world = (name: KeypointName) => pose.worldLandmarks[KEYPOINT_INDEX[name]] ?? { x: 0, y: 0, z: 0 };
  const [leftShoulder, rightShoulder] = [world('left_shoulder'), world('right_shoulder')];
  const [leftHip, rightHip] = [world('left_hip'), world('right_hip')];
  const dx = leftShoulder.x - rightShoulder.x + leftHip.x - rightHip.x;
  const dz = leftShoulder.z - rightShoulder.z + leftHip.z - rightHip.z;
  return Math.abs(degrees(Math.atan2(dz, dx)));
}

const middle = (pose: BodyPose, left: KeypointName, right: KeypointName): Point => {
  const [a, b] = [landmarkOf(pose, left), landmarkOf(pose, right)];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
};

const across = (pose: BodyPose, left: KeypointName, right: KeypointName): number => landmarkOf(pose, left).x - landmarkOf(pose, right).x;

const degrees = (radians: number): number => (radians * 180) / Math.PI;
