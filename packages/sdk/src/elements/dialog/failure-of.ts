import type { ScanFailure } from '../../scan/index.ts';
import { faultFailure } from '../../scan/scan-failure.ts';
import { toSdkError } from '../../sdk-error.ts';

/** What was thrown, as an answer. */
export const failureOf = (error: unknown): ScanFailure => faultFailure(toSdkError(error).code);
