import type { BodyEstimate, BodyProfile } from '@vua/models/body';
import { readPhoto } from '../capture/index.ts';
import type { View } from '../inference/frame-reading.ts';
import { toSdkError } from '../sdk-error.ts';
import type { Outline, ScanWorkerApi } from '../worker/scan-worker-api.ts';
import { checkProfile } from './check-profile.ts';
import { faultFailure, refusedFailure } from './scan-failure.ts';
import type { ScanFailure } from './scan-state.ts';

export interface PhotoScanOptions {
  readonly worker: Pick<ScanWorkerApi, 'measurePhotos'>;
  /** The files as the shopper chose them. They are read here and go nowhere. */
  readonly photos: Readonly<Record<View, Blob>>;
  readonly profile: BodyProfile;
  readonly signal?: AbortSignal;
  /** @default decoding by the browser */
  readonly readPhoto?: (file: Blob) => Promise<ImageBitmap>;
}

export type PhotoScanResult =
  | { readonly status: 'measured'; readonly body: BodyEstimate; readonly outlines: Readonly<Record<View, Outline>> }
  | { readonly status: 'failed'; readonly failure: ScanFailure };

/**
 * Measures two photos instead of a live picture. What is wrong with a photo, or with the world, is an answer.
 * @throws {SdkError} `input-invalid` for a profile out of its ranges, `input-implausible` for a weight that cannot go with the height.
 */
export async function scanPhotos(options: PhotoScanOptions): Promise<PhotoScanResult> {
  checkProfile(options.profile);
  const { worker, photos, profile, signal, readPhoto: read = readPhoto } = options;
  const opened: Partial<Record<View, ImageBitmap>> = {};
  try {
    for (const view of ['front', 'side'] as const) {
      const result = await attempt(() => read(photos[view]));
      if (!result.ok) return { status: 'failed', failure: faultFailure(result.code, view) };
      opened[view] = result.value;
    }
    if (signal?.aborted) return { status: 'failed', failure: faultFailure('aborted') };
    return await measure(worker, opened as Record<View, ImageBitmap>, profile);
  } finally {
    for (const image of Object.values(opened)) image.close();
  }
}

async function measure(worker: PhotoScanOptions['worker'], photos: Record<View, ImageBitmap>, profile: BodyProfile): Promise<PhotoScanResult> {
  const result = await attempt(() => worker.measurePhotos(photos, profile));
  if (!result.ok) return { status: 'failed', failure: faultFailure(result.code) };
  const outcome = result.value;
  if (outcome.status === 'refused') return { status: 'failed', failure: refusedFailure(outcome.view, outcome.reason, 'photos') };
  return outcome;
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: ReturnType<typeof toSdkError>['code'] };

async function attempt<T>(act: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, code: toSdkError(error).code };
  }
}
