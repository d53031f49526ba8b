import type { Answer } from './ask-json.ts';
import type { Snapshot } from './snapshot.ts';

/** An answer as it is kept. */
export const toSnapshot = ({ takenMs, httpStatus, body }: Answer, rest: Pick<Snapshot, 'question' | 'page'> & Partial<Snapshot>): Snapshot =>
  ({ takenMs, httpStatus, body, entries: 0, isSaturated: false, ...rest });
