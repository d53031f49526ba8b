import { type BodyPose, type KeypointName, landmarkOf } from '@vua/models/pose';

const WATCHED = [
  'left_shoulder', 'right_shoulder', 'left_elbow', 'right_elbow', 'left_wrist', 'right_wrist',
  'left_hip', 'right_hip', 'left_ankle', 'right_ankle',
] as const satisfies readonly KeypointName[];

/** Where the body was in one frame, pixels. */
export interface MotionSample { readonly atMs: number; readonly torsoPx: number; readonly points: readonly number[] }

/** The trail that is looked at. */
const TRAIL_MS = 600;
/** Between the halves; less cannot tell motion from the wandering of the landmarks. */
const LEAST_SPAN_MS = 100;

export function motionSample(pose: BodyPose, torsoPx: number, atMs: number): MotionSample {
  return { atMs, torsoPx, points: WATCHED.flatMap((name) => [landmarkOf(pose, name).x, landmarkOf(pose, name).y]) };
}

/** The samples of the last {@link TRAIL_MS}, `latest` included. */
export const extendTrail = (trail: readonly MotionSample[], latest: MotionSample): readonly MotionSample[] =>
  [...trail.filter(({ atMs }) => latest.atMs - atMs <= TRAIL_MS && atMs < latest.atMs), latest];

/**
 * Torsos a second by which the fastest of the watched points moves; undefined when the trail is too short to tell.
 * The medians of the older and the newer half are compared: landmarks wander by 1 % of the torso from frame to frame on a
 * still picture, and one may jump for a frame.
 */
export function bodySpeed(trail: readonly MotionSample[]): number | undefined {
  const half = Math.floor(trail.length / 2);
  const [older, newer] = [trail.slice(0, half), trail.slice(half)];
  if (half === 0) return undefined;
  const shift = (value: (sample: MotionSample) => number): number => median(newer.map(value)) - median(older.map(value));
  const spanMs = shift(({ atMs }) => atMs);
  if (spanMs < LEAST_SPAN_MS) return undefined;
  const shiftsPx = WATCHED.map((_, point) => Math.hypot(shift(({ points }) => points[2 * point] ?? 0), shift(({ points }) => points[2 * point + 1] ?? 0)));
  return (Math.max(...shiftsPx) / median(trail.map(({ torsoPx }) => torsoPx)) / spanMs) * 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
