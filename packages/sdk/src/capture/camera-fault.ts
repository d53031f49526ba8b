import { SdkError, type SdkErrorCode } from '../sdk-error.ts';

// Names of https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia and the older ones of WebViews.
const CODES: Readonly<Record<string, SdkErrorCode>> = {
  NotAllowedError: 'camera-denied', PermissionDeniedError: 'camera-denied', SecurityError: 'camera-denied',
  NotFoundError: 'camera-missing', DevicesNotFoundError: 'camera-missing', OverconstrainedError: 'camera-missing',
  NotReadableError: 'camera-busy', TrackStartError: 'camera-busy', AbortError: 'camera-busy',
  TypeError: 'camera-unsupported', NotSupportedError: 'camera-unsupported',
};

/** What the browser says of a camera it cannot open, in our codes. */
export function cameraFault(error: unknown): SdkError {
  if (SdkError.is(error)) return error;
  const name = error instanceof Error ? error.name : '';
  return new SdkError(CODES[name] ?? 'camera-unsupported', `the camera did not open: ${name || String(error)}`, { cause: error });
}
