import { StorageUnavailable } from '../storage-unavailable.ts';
import { SqliteError } from './sqlite-error.ts';
import type { SqliteFailure } from './sqlite-messages.ts';

const STORAGE_FULL = { reason: 'storage-full', retryAfterMs: 2000 } as const;
const UNREACHABLE = { reason: 'unreachable', retryAfterMs: 1000 } as const;

/** By primary result code (the low byte): what passes by itself. On a full disk, the files beside the database fail as input/output errors or cannot be made. */
const PASSING = new Map<number, typeof STORAGE_FULL | typeof UNREACHABLE>([
  [5, UNREACHABLE], // SQLITE_BUSY: another process writes
  [10, STORAGE_FULL], // SQLITE_IOERR
  [13, STORAGE_FULL], // SQLITE_FULL
  [14, STORAGE_FULL], // SQLITE_CANTOPEN
]);

/** What SQLite refused: a {@link StorageUnavailable} where that passes by itself. */
export function toStorageError(failure: SqliteFailure): SqliteError | StorageUnavailable {
  const cause = new SqliteError(failure);
  const passing = cause.resultCode === undefined ? undefined : PASSING.get(cause.resultCode & 0xff);
  return passing === undefined ? cause : new StorageUnavailable({ ...passing, cause });
}

/** The thread with the connection is gone: nothing can be asked any more. */
export const goneError = (message: string, options?: ErrorOptions): StorageUnavailable => new StorageUnavailable({ ...UNREACHABLE, cause: new Error(message, options) });
