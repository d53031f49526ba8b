import { type BodyPose, KEYPOINT_NAMES, type KeypointName } from '@vua/models/pose';

// Shoulders to hips = 1, middle of the hips at (0, 0), y down; the person's left is at the right of the picture.
const HEAD: Partial<Record<KeypointName, [number, number]>> = {
  nose: [0, -1.5], left_eye_inner: [0.03, -1.56], left_eye: [0.06, -1.57], left_eye_outer: [0.09, -1.56], right_eye_inner: [-0.03, -1.56],
  right_eye: [-0.06, -1.57], right_eye_outer: [-0.09, -1.56], left_ear: [0.14, -1.52], right_ear: [-0.14, -1.52],
  mouth_left: [0.04, -1.42], mouth_right: [-0.04, -1.42],
};
const LEFT_HALF = {
  shoulder: [0.39, -1], elbow: [0.64, -0.46], wrist: [0.9, 0.02], pinky: [0.97, 0.14], index: [0.95, 0.17], thumb: [0.92, 0.1],
  hip: [0.21, 0], knee: [0.32, 0.88], ankle: [0.4, 1.74], heel: [0.39, 1.82], foot_index: [0.46, 1.9],
} as const;

export interface PersonShape {
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /** Shoulders to hips, pixels. */
  readonly torsoPx: number;
  /** Middle of the hips in the frame, pixels. */
  readonly hip: readonly [x: number, y: number];
  /** Degrees the person is turned: 0 facing the camera, 90 side-on, 180 from behind. */
  readonly turnDeg: number;
  /** Added to single points, in torsos. */
  readonly shift: Partial<Record<KeypointName, readonly [x: number, y: number]>>;
}

const STANDING: PersonShape = { frameWidthPx: 720, frameHeightPx: 1280, torsoPx: 230, hip: [360, 640], turnDeg: 0, shift: {} };

/** A pose of a standing person, drawn from plain proportions: input for tests of what looks at poses. */
export function poseOf(change: Partial<PersonShape> = {}): BodyPose {
  const shape = { ...STANDING, ...change };
  const { torsoPx, hip, frameWidthPx, frameHeightPx } = shape;
  const turn = (shape.turnDeg * Math.PI) / 180;
  const bodies = KEYPOINT_NAMES.map((name) => {
    const [across, down] = pointOf(name, shape.turnDeg);
    const [dx, dy] = shape.shift[name] ?? [0, 0];
    return { x: across * Math.cos(turn) + dx, y: down + dy, z: across * Math.sin(turn) };
  });
  return {
    frameWidthPx, frameHeightPx, score: 1,
    landmarks: bodies.map(({ x, y, z }) => ({ x: hip[0] + x * torsoPx, y: hip[1] + y * torsoPx, z: z * torsoPx, visibility: 1 })),
    worldLandmarks: bodies.map(({ x, y, z }) => ({ x: x / 2, y: y / 2, z: z / 2 })),
  };
}

function pointOf(name: KeypointName, turnDeg: number): readonly [number, number] {
  const head = HEAD[name];
  if (head) return head;
  const part = name.slice(name.indexOf('_') + 1) as keyof typeof LEFT_HALF;
  const [across, down] = LEFT_HALF[part];
  // Turned to the side the arms hang beside the body.
  const isArm = ['elbow', 'wrist', 'pinky', 'index', 'thumb'].includes(part);
  const out = isArm && turnDeg > 45 && turnDeg < 135 ? 0.39 : across;
  return [name.startsWith('left') ? out : -out, down];
}
