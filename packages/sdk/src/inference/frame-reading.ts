import type { DeviceTilt } from '../capture/device-tilt.ts';

export type { DeviceTilt };

/** Which side of the body a picture shows. */
export type View = 'front' | 'side';

/** What the guidance asks the shopper to mend, most urgent first. Only the first that applies is shown. */
export const FRAME_HINTS = [
  'no-person', 'several-people', 'too-dark', 'camera-tilted', 'too-close', 'too-far', 'head-cut', 'feet-cut',
  'off-centre', 'not-facing', 'not-side-on', 'sitting', 'arms-too-close', 'arms-over-hip', 'legs-together', 'blurred', 'moving',
] as const;
export type FrameHint = (typeof FRAME_HINTS)[number];

/** What the caller knows about a frame. */
export interface FrameContext {
  readonly view: View;
  /** Milliseconds on the caller's clock, rising. */
  readonly atMs: number;
  readonly tilt?: DeviceTilt;
}

/** What leaves the worker for each live frame: enough for the overlay, nothing of the pose itself. */
export interface FrameReading {
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /** Closed outline of the person, x0, y0, x1, y1, ... in pixels of the frame; empty when there is no person. */
  readonly outline: Float32Array;
  /** The most urgent thing to mend; absent when the frame may be used for measuring. */
  readonly hint?: FrameHint;
  /** Milliseconds the person has been ready and still (0 while a hint is shown). */
  readonly steadyMs: number;
}
