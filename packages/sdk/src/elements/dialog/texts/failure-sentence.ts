import type { ScanFailure } from '../../../scan/index.ts';
import type { Words } from './words.ts';

/** What went wrong, in one sentence or two. */
export const failureSentence = (failure: ScanFailure, { scan }: Words): string => (failure.kind === 'fault' ? scan.faults[failure.code] : scan.refusals[failure.reason]);
