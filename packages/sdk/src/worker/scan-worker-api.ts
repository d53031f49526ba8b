import type { BodyEstimate, BodyProfile } from '@vua/models/body';
import type { FrameContext, FrameReading, View } from '../inference/frame-reading.ts';

/** The pose engines, in the order in which they are tried when a better one fails. */
export type EngineName = 'webgpu' | 'webgl' | 'wasm' | 'tasks-vision';

/** Which landmark weights run: `lite` is there first, `full` is more exact and loads behind it. */
export type ModelVariant = 'lite' | 'full';

export interface LoadReport {
  readonly engine: EngineName;
  readonly variant: ModelVariant;
  /** Median milliseconds of a warm frame with mask, measured at load. */
  readonly frameMs: number;
}

/** Why pictures of a person cannot be measured. */
export type RefusalReason =
  | 'no-person' | 'several-people' | 'picture-too-small' | 'head-cut' | 'feet-cut' | 'not-facing' | 'not-side-on'
  | 'sitting' | 'back-view' | 'too-dark' | 'outline-unclear' | 'views-disagree';

/** What a scan ends in. A refusal with a reason beats a wrong number. */
export type ScanOutcome =
  | {
      readonly status: 'measured';
      readonly body: BodyEstimate;
      /** The outlines that were measured, in pixels of their frame, for the shopper to check. */
      readonly outlines: Readonly<Record<View, Outline>>;
    }
  | { readonly status: 'refused'; readonly view: View; readonly reason: RefusalReason };

export interface Outline {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Closed, x0, y0, x1, y1, ... */
  readonly points: Float32Array;
}

/** The door of the scan worker. Frames go in by transfer; no frame, mask or keypoint ever comes out. */
export interface ScanWorkerApi {
  /** Reads a live frame for guidance; the frame is closed. */
  observe(frame: ImageBitmap | VideoFrame, context: FrameContext): Promise<FrameReading>;
  /** As `observe`, and keeps the frame's silhouette for measuring when it carries no hint. */
  capture(frame: ImageBitmap | VideoFrame, context: FrameContext): Promise<FrameReading>;
  /** Measures what was captured. */
  measure(profile: BodyProfile): Promise<ScanOutcome>;
  /** Measures two upright photos. */
  measurePhotos(photos: Readonly<Record<View, ImageBitmap>>, profile: BodyProfile): Promise<ScanOutcome>;
  /** Drops what was captured of one view, or of both. */
  forget(view?: View): Promise<void>;
}
