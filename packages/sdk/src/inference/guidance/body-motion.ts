import { type BodyPose, type KeypointName, landmarkOf } from '@vua/models/pose';

const WATCHED = [
  'left_shoulder', 'right_shoulder', 'left_elbow', 'right_elbow', 'left_wrist', 'right_wrist',
  'left_hip', 'right_hip', 'left_ankle', 'right_ankle',
] as const satisfies readonly KeypointName[];

/** Where the body was in one frame, in torsos. */
export interface MotionSample { readonly atMs: number; readonly points: readonly number[] }

/** The trail that is looked at. */
const TRAIL_MS = 600;
/** Less than this cannot tell motion from the wandering of the landmarks. */
const LEAST_SPAN_MS = 200;

export function motionSample(pose: BodyPose, torsoPx: number, atMs: number): MotionSample {
  return { atMs, points: WATCHED.flatMap((name) => [landmarkOf(pose, name).x / torsoPx, landmarkOf(pose, name).y / torsoPx]) };
}

/** The samples of the last {@link TRAIL_MS}, `latest` included. */
export const extendTrail = (trail: readonly MotionSample[], latest: MotionSample): readonly MotionSample[] =>
  [...trail.filter(({ atMs }) => latest.atMs - atMs <= TRAIL_MS && atMs < latest.atMs), latest];

/**
 * Torsos a second by which the fastest of the watched points moves; undefined when the trail is too short to tell.
 * The means of the older and the newer half are compared: landmarks wander by 1 % of the torso from frame to frame on a still picture.
 */
export function bodySpeed(trail: readonly MotionSample[]): number | undefined {
  const half = Math.floor(trail.length / 2);
  const [older, newer] = [trail.slice(0, half), trail.slice(half)];
  const spanMs = meanOf(newer, ({ atMs }) => atMs) - meanOf(older, ({ atMs }) => atMs);
  if (half === 0 || spanMs < LEAST_SPAN_MS / 2) return undefined;
  let fastest = 0;
  for (let point = 0; point < WATCHED.length; point++) {
    const shift = (axis: number): number => {
      const at = (sample: MotionSample): number => sample.points[2 * point + axis] ?? 0;
      return meanOf(newer, at) - meanOf(older, at);
    };
    fastest = Math.max(fastest, Math.hypot(shift(0), shift(1)));
  }
  return (fastest * 1000) / spanMs;
}

const meanOf = (samples: readonly MotionSample[], value: (sample: MotionSample) => number): number =>
  samples.reduce((sum, sample) => sum + value(sample), 0) / samples.length;
