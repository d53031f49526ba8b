import type { View } from '../inference/frame-reading.ts';
import type { SdkErrorCode } from '../sdk-error.ts';
import type { RefusalReason } from '../worker/scan-worker-api.ts';
import type { ScanFailure, ScanOffer } from './scan-state.ts';

const CAMERA_AGAIN: readonly ScanOffer[] = ['retry', 'photos', 'manual'];
const NO_CAMERA: readonly ScanOffer[] = ['photos', 'manual'];
const RETRY_ONLY: readonly ScanOffer[] = ['retry', 'manual'];

const OFFERS: Readonly<Record<SdkErrorCode, readonly ScanOffer[]>> = {
  'camera-denied': CAMERA_AGAIN, 'camera-missing': NO_CAMERA, 'camera-busy': CAMERA_AGAIN, 'camera-in-use': CAMERA_AGAIN,
  'camera-lost': CAMERA_AGAIN, 'camera-revoked': CAMERA_AGAIN, 'camera-muted': CAMERA_AGAIN, 'camera-unsupported': NO_CAMERA,
  'worker-lost': RETRY_ONLY, 'model-unavailable': RETRY_ONLY, 'model-corrupt': RETRY_ONLY, 'out-of-memory': ['manual'],
  'gpu-context-lost': RETRY_ONLY, offline: RETRY_ONLY,
  'photo-unreadable': NO_CAMERA, 'photo-heic': NO_CAMERA, 'photo-too-small': NO_CAMERA, 'photo-too-large': NO_CAMERA, 'input-invalid': RETRY_ONLY, 'input-implausible': RETRY_ONLY,
  aborted: RETRY_ONLY, unexpected: RETRY_ONLY,
};

/** A broken world as an answer, with what can be done about it. */
export const faultFailure = (code: SdkErrorCode, view?: View): ScanFailure =>
  ({ kind: 'fault', code, offers: OFFERS[code], ...(view && { view }) });

/** Pictures that cannot be measured, as an answer. A photo is taken again by choosing another: there that is one offer, not two. */
export const refusedFailure = (view: View, reason: RefusalReason, from: 'camera' | 'photos'): ScanFailure =>
  ({ kind: 'refused', view, reason, offers: from === 'camera' ? ['retake', 'photos', 'manual'] : NO_CAMERA });

/** After these the worker has forgotten what was captured. */
const FORGETFUL: readonly SdkErrorCode[] = ['worker-lost', 'model-unavailable', 'model-corrupt', 'out-of-memory', 'gpu-context-lost', 'offline', 'unexpected'];

/** True when a scan that failed so begins anew with both views. */
export const losesCaptures = (code: SdkErrorCode): boolean => FORGETFUL.includes(code);
