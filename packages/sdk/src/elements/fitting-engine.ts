import type { BodyEstimate, BodyProfile, FusedEstimate, LaterAnswers } from '@vua/models/body';
import type { SizeChart } from '@vua/models/contracts';
import type { FitPreference, SizeAdvice, SizeGlance } from '@vua/models/size';
import type { View } from '../inference/frame-reading.ts';
import type { DeviceProfile } from '../profile/index.ts';
import type { PhotoScanResult, ScanOptions, ScanSession } from '../scan/index.ts';

/** What a live scan needs from the page. */
export type StartScanOptions = Pick<ScanOptions, 'video' | 'profile' | 'facing' | 'signal'>;

export interface MeasurePhotosOptions {
  /** The files as the shopper chose them; read on the device, sent nowhere. JPEG, PNG, WebP; at least 640 px high. */
  readonly photos: Readonly<Record<View, Blob>>;
  readonly profile: BodyProfile;
  readonly signal?: AbortSignal;
}

export interface AdviseSizeOptions {
  readonly body: BodyEstimate;
  readonly chart: SizeChart;
  /** @default 'regular' */
  readonly fitPreference?: FitPreference;
}

export interface GlanceSizesOptions {
  readonly body: BodyEstimate;
  readonly charts: readonly SizeChart[];
  /** @default 'regular' */
  readonly fitPreference?: FitPreference;
}

export type SizeChartAnswer =
  | { readonly status: 'found'; readonly chart: SizeChart }
  | { readonly status: 'missing'; readonly reason: 'unknown-product' | 'not-a-size-chart' | 'unreachable' };

/** What the dialog asks of the headless API; `createVua` gives it. */
export interface FittingEngine {
  /** What may be kept on the device for the next visit. Absent: nothing is ever kept. */
  readonly profile?: DeviceProfile;
  /**
   * Loads the scan's code and weights, so that a later `startScan` opens the camera within the same press.
   * @throws {SdkError} `model-unavailable`, `model-corrupt`, `worker-lost`, `offline`, `out-of-memory`.
   */
  preload(): Promise<void>;
  /**
   * Begins a guided scan, front then side. Call it from the handler of a press, after `preload`, or iOS gives no sensors.
   * Faults and refusals are states of the session.
   * @throws {SdkError} `input-invalid`, `input-implausible`, and what `preload` throws.
   */
  startScan(options: StartScanOptions): Promise<ScanSession>;
  /**
   * Measures two photos of the whole body. What is wrong with a photo is an answer.
   * @throws {SdkError} `input-invalid`, `input-implausible`, and what `preload` throws.
   */
  measurePhotos(options: MeasurePhotosOptions): Promise<PhotoScanResult>;
  /**
   * Measurements in centimetres, with wider intervals, from stature (120-220 cm), weight (25-250 kg), age (12-110 years) and sex.
   * Source: regression on ANSUR II and NHANES, see the model card of `body`.
   * @throws {SdkError} `input-invalid`, `input-implausible` (a weight that cannot go with the height: body mass index outside 12-70), `model-unavailable`, `model-corrupt`.
   */
  measureFromAnswers(profile: BodyProfile): Promise<BodyEstimate>;
  /**
   * A body together with everything that was told after its first estimate: weight, age, usual sizes, body shape. Give it the first estimate
   * each time, or answers count twice. `contradicting`: the answers can hardly all be true of this body, which is then less sure.
   * @throws {SdkError} as `measureFromAnswers`.
   */
  refineBody(body: BodyEstimate, later: LaterAnswers): Promise<FusedEstimate>;
  /** The size chart of a product of this shop, from `GET {apiUrl}/v1/products/:id/size-chart`. */
  sizeChartOf(productId: string): Promise<SizeChartAnswer>;
  /** Which size of the chart fits this body. */
  adviseSize(options: AdviseSizeOptions): Promise<SizeAdvice>;
  /** What a list shows: one answer a chart, in their order; a thousand in a few tens of milliseconds. */
  glanceSizes(options: GlanceSizesOptions): Promise<readonly SizeGlance[]>;
  /** Ends the worker and frees its memory. Safe to call twice. */
  dispose(): void;
}
