import type { BodyEstimate, BodyProfile, RefusalReason, SeenRows, TrunkWidths } from '@vua/models/body';
import type { EngineName, ModelVariant } from '../inference/engine-name.ts';
import type { FrameContext, FrameReading, View } from '../inference/frame-reading.ts';

export type { RefusalReason } from '@vua/models/body';

/** What a worker can do once it is loaded. */
export interface LoadReport {
  readonly engine: EngineName;
  readonly variant: ModelVariant;
  /** Milliseconds of a warm run of both networks, the better of two. */
  readonly warmMs: number;
}

/** What a scan ends in. A refusal with a reason beats a wrong number. */
export type ScanOutcome =
  | {
      readonly status: 'measured';
      readonly body: BodyEstimate;
      /** Breadth and depth of the trunk at its named cuts: what the girths rest on. */
      readonly widths?: TrunkWidths;
      /** How much of the trunk the frames showed. */
      readonly seen?: SeenRows;
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
