import type { AppendOutcome } from '../event-log.ts';
import { SqliteError } from './sqlite-error.ts';

type Unavailable = Extract<AppendOutcome, { status: 'unavailable' }>;

const STORAGE_FULL: Unavailable = { status: 'unavailable', reason: 'storage-full', retryAfterMs: 2000 };
const UNREACHABLE: Unavailable = { status: 'unavailable', reason: 'unreachable', retryAfterMs: 1000 };

/** By primary result code (the low byte): what passes by itself. On a full disk, the files beside the database fail as input/output errors or cannot be made. */
const PASSING: ReadonlyMap<number, Unavailable> = new Map([
  [5, UNREACHABLE], // SQLITE_BUSY: another process writes
  [10, STORAGE_FULL], // SQLITE_IOERR
  [13, STORAGE_FULL], // SQLITE_FULL
  [14, STORAGE_FULL], // SQLITE_CANTOPEN
]);

/** What a failed commit means to those who appended; undefined when it does not pass by itself. */
export function unavailableOf(error: unknown): Unavailable | undefined {
  if (!(error instanceof SqliteError) || error.resultCode === undefined) return undefined;
  return PASSING.get(error.resultCode & 0xff);
}
