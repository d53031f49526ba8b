import type { BodyEstimate } from '@vua/models/body';
import type { VideoSize } from '../capture/index.ts';
import type { FrameHint, View } from '../inference/frame-reading.ts';
import type { SdkErrorCode } from '../sdk-error.ts';
import type { Outline, RefusalReason } from '../worker/scan-worker-api.ts';

/** The steps in which the camera runs, in order. */
export const LIVE_STEPS = [
  'framing-front', 'hold-front', 'capturing-front', 'turn', 'framing-side', 'hold-side', 'capturing-side',
] as const;
export type LiveStep = (typeof LIVE_STEPS)[number];

export const SCAN_STEPS = ['idle', 'permission', ...LIVE_STEPS, 'measuring', 'done', 'failed', 'cancelled'] as const;
export type ScanStep = (typeof SCAN_STEPS)[number];

/** What the shopper can do after a failure, the best first. `manual` (answers instead of a camera) is always among them. */
export type ScanOffer = 'retake' | 'retry' | 'photos' | 'manual';

/** Why a scan ended without a result. */
export type ScanFailure =
  /** `view`: the photo it is about, where it is about one. */
  | { readonly kind: 'fault'; readonly code: SdkErrorCode; readonly view?: View; readonly offers: readonly ScanOffer[] }
  | { readonly kind: 'refused'; readonly view: View; readonly reason: RefusalReason; readonly offers: readonly ScanOffer[] };

interface Snapshot {
  /** What is said and shown now, in the language of the scan. Put it in a live region. */
  readonly caption: string;
  /** 0-1 of the whole scan. */
  readonly progress: number;
}

/** The camera is on. */
export interface LiveState extends Snapshot {
  readonly step: LiveStep;
  readonly view: View;
  /** Size of the live picture; the outline is in its pixels. */
  readonly video: VideoSize;
  /** Closed outline of the person, x0, y0, x1, y1, ... in pixels of the live picture; empty when nobody is seen. */
  readonly outline: Float32Array;
  /** What to mend; absent when all is well. */
  readonly hint?: FrameHint;
  /** Whole seconds until the pictures are taken (2, 1); only while holding still. */
  readonly countdown?: number;
  /** True while the page is hidden: nothing is read and no time passes. */
  readonly paused: boolean;
}

/** One moment of a scan. `step` tells which. */
export type ScanState =
  | (Snapshot & { readonly step: 'idle' | 'permission' | 'measuring' | 'cancelled' })
  | LiveState
  | (Snapshot & { readonly step: 'done'; readonly body: BodyEstimate; readonly outlines: Readonly<Record<View, Outline>> })
  | (Snapshot & { readonly step: 'failed'; readonly failure: ScanFailure });
