import type { BodyProfile } from '@vua/models/body';
import type { CameraFacing, OpenCamera, OpenTilt } from '../capture/index.ts';
import type { View } from '../inference/frame-reading.ts';
import type { ScanWorkerApi } from '../worker/scan-worker-api.ts';
import type { ScanState } from './scan-state.ts';
import type { Locale } from './texts/locale.ts';
import type { Voice } from './voice.ts';

/** The part of `document` that tells whether the page is seen. */
export type PageVisibility = Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>;

export interface ScanOptions {
  readonly worker: ScanWorkerApi;
  /** Where the live picture is shown. Mirror it with CSS when `facing` is `user`. */
  readonly video: HTMLVideoElement;
  readonly profile: BodyProfile;
  readonly locale: Locale;
  /** @default 'user' */
  readonly facing?: CameraFacing;
  /** Cancels the scan from wherever it is. */
  readonly signal?: AbortSignal;
  /** @default the browser's camera */
  readonly openCamera?: OpenCamera;
  /** @default the device's orientation sensors, where there are any */
  readonly openTilt?: OpenTilt;
  /** Speaks the prompts. @default the browser's speech */
  readonly voice?: Voice;
  /** @default `navigator.vibrate`, where there is one */
  readonly vibrate?: (patternMs: readonly number[]) => void;
  /** Milliseconds, rising. @default `performance.now` */
  readonly now?: () => number;
  /** Tells when the page is hidden. @default `document` */
  readonly page?: PageVisibility;
}

/** A scan under way. Begins by itself when it is made. */
export interface ScanSession {
  /** The latest snapshot. */
  state(): ScanState;
  /** Calls back with the latest snapshot now and with each later one. Returns its own undo. */
  subscribe(listener: (state: ScanState) => void): () => void;
  /** After `done` or `failed`: opens the camera again for one view, keeping the other. During the scan: takes that view anew. */
  retake(view: View): void;
  /** After `failed`: tries again with what is still missing. */
  retry(): void;
  /** Goes on with the other camera. */
  useCamera(facing: CameraFacing): void;
  /** Silences or restores the spoken prompts; captions stay. */
  setMuted(muted: boolean): void;
  /** Cancels unless done, and frees everything. Safe to call twice. */
  close(): void;
}
