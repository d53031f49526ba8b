import type { BodyProfile, CalibrationName } from '@vua/models/body';
import type { ModelVariant } from '../inference/engine-name.ts';
import type { FrameContext, FrameReading, View } from '../inference/frame-reading.ts';
import type { SdkErrorCode } from '../sdk-error.ts';
import type { LoadReport, ScanOutcome } from './scan-worker-api.ts';
import type { AssetReference, AssetTable } from './worker-assets.ts';

/** Errors cross the boundary as data: a class instance would lose its code. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: SdkErrorCode; readonly message: string };

/** What a worker is told when it starts. */
export interface WorkerConfig {
  readonly assets: AssetTable;
  /** The shop's own body model; where it does not come or cannot be read, that of the assets counts. */
  readonly shopsBodyModel?: AssetReference | undefined;
  readonly variant: ModelVariant;
  readonly encoding: 'quantized' | 'half';
  /** How girths follow from widths: `field` for people. */
  readonly calibration: CalibrationName;
  /** Held by the worker as long as it lives, so that its death is noticed. */
  readonly lockName: string;
}

/** The messages between page and scan worker. Frames go in by transfer; no frame, mask or keypoint comes out. */
export interface ScanWorkerWire {
  load(config: WorkerConfig): Promise<Reply<LoadReport>>;
  /** Loads the `full` weights and uses them from then on. */
  upgrade(): Promise<Reply<LoadReport>>;
  read(frame: ImageBitmap | VideoFrame, context: FrameContext, keep: boolean): Promise<Reply<FrameReading>>;
  measure(profile: BodyProfile): Promise<Reply<ScanOutcome>>;
  measurePhotos(photos: Readonly<Record<View, ImageBitmap>>, profile: BodyProfile): Promise<Reply<ScanOutcome>>;
  forget(view?: View): Promise<Reply<void>>;
}
