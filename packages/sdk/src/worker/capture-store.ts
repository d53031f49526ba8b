import type { KnownCamera, PoseWeights } from '@vua/models/body';
import type { ViewProfile } from '@vua/models/silhouette';
import type { DeviceTilt, View } from '../inference/frame-reading.ts';
import type { Outline } from './scan-worker-api.ts';

/** One frame that may be measured. */
export interface CapturedFrame {
  /** Which of the pose weights saw it. */
  readonly weights: PoseWeights;
  readonly profile: ViewProfile;
  readonly outline: Outline;
  readonly tilt?: DeviceTilt;
}

/** What was captured of the two views. Holds body points, so it forgets by itself. */
export interface CaptureStore {
  add(view: View, frame: CapturedFrame): void;
  frames(view: View): readonly CapturedFrame[];
  forget(view?: View): void;
}

/** The user's limit for body points in memory. */
export const KEEP_MS = 5 * 60_000;
/** More frames of a view by the same weights add nothing; the oldest goes. */
const MOST_FRAMES = 20;

export interface CaptureClock {
  readonly setTimeout: (run: () => void, delayMs: number) => unknown;
}

/** @param clock counts the five minutes of each frame. */
export function createCaptureStore(clock: CaptureClock = { setTimeout: (run, delayMs) => setTimeout(run, delayMs) }): CaptureStore {
  const views: Record<View, readonly CapturedFrame[]> = { front: [], side: [] };
  return {
    add(view, frame) {
      const alike = views[view].filter(({ weights }) => weights === frame.weights);
      const tooOld = alike.length < MOST_FRAMES ? undefined : alike[0];
      views[view] = [...views[view].filter((kept) => kept !== tooOld), frame];
      // Each frame leaves at its own time: a scan that goes on for longer must not keep its first frames.
      clock.setTimeout(() => { views[view] = views[view].filter((kept) => kept !== frame); }, KEEP_MS);
    },
    frames: (view) => views[view],
    forget(view) {
      if (view !== 'side') views.front = [];
      if (view !== 'front') views.side = [];
    },
  };
}

/** The pitch that the phone's sensor told while a view was captured, as the camera model takes it. */
export function knownCamera(frames: readonly CapturedFrame[]): KnownCamera {
  const pitches = frames.flatMap(({ tilt }) => (tilt ? [tilt.pitchDeg] : []));
  if (pitches.length === 0) return {};
  return { pitchRad: ((pitches.reduce((sum, pitch) => sum + pitch, 0) / pitches.length) * Math.PI) / 180 };
}
