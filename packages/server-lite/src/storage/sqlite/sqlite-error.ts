import type { SqliteFailure } from './sqlite-messages.ts';

/** What SQLite refused, as it comes out of the worker. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  /** SQLite's result code (https://www.sqlite.org/rescode.html). */
  readonly resultCode: number | undefined;

  constructor(failure: SqliteFailure) {
    super(failure.message);
    this.resultCode = failure.resultCode;
  }
}

/** Shape of the errors of `node:sqlite`. */
export function failureOf(error: unknown): SqliteFailure {
  const message = error instanceof Error ? error.message : String(error);
  const resultCode = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
  return { message, resultCode };
}
