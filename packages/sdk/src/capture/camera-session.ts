import type { SdkError } from '../sdk-error.ts';

/** `user` = the camera beside the screen, `environment` = the one on the back. */
export type CameraFacing = 'user' | 'environment';

export interface CameraOptions {
  /** Which camera is preferred; a device with one camera gives that one. */
  readonly facing: CameraFacing;
  /** Where the live picture is shown; frames are taken from it. */
  readonly video: HTMLVideoElement;
  /** Aborting closes the camera, also while the browser is still asking. */
  readonly signal?: AbortSignal;
}

export interface VideoSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface CameraFrame {
  /** Upright, longest side at most 1280 px. Whoever takes it closes it (or transfers it). */
  readonly image: ImageBitmap | VideoFrame;
  /** Milliseconds on the page's clock (`performance.now`) at which the frame was presented. */
  readonly atMs: number;
}

/** An open camera. Holds the page's only camera lease until `close`. */
export interface CameraSession {
  /** Which camera it is: the one that was asked for, or the only one there is. */
  readonly facing: CameraFacing;
  /** Size of the live picture now; changes when the phone is turned. */
  size(): VideoSize;
  /**
   * The next new frame; waits while the page is hidden. Ask for one only after the last was answered.
   * @throws {SdkError} the fault that ended the camera, or `aborted` after `close`.
   */
  nextFrame(): Promise<CameraFrame>;
  /** Calls back once if the camera is lost (unplugged, revoked, muted); at once if it already is. Returns its own undo. */
  onFault(listener: (fault: SdkError) => void): () => void;
  /** Stops every track, turns the light off, lets go of the lease. Safe to call twice. */
  close(): void;
}

/** @throws {SdkError} one of the `camera-*` codes, or `aborted`. */
export type OpenCamera = (options: CameraOptions) => Promise<CameraSession>;
