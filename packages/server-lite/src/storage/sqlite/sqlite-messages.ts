import type { EventColumns } from '../events/event-columns.ts';
import type { EventQuery, LateQuery } from '../event-log.ts';

export type SqliteValue = null | number | bigint | string | Uint8Array;

export interface QueryMessage {
  readonly type: 'query';
  readonly sql: string;
  readonly parameters: readonly SqliteValue[];
}

export interface QueryAnswer {
  readonly rows: readonly Record<string, SqliteValue>[];
  /** Of a statement that gives no rows. */
  readonly changes: number | undefined;
}

/** What the worker is started with. */
export interface SqliteWorkerData {
  readonly file: string;
  /** `write` checks the file, unless it is large, and brings it to the newest schema; `check` checks it and ends. */
  readonly mode: 'write' | 'read' | 'check';
  /** A larger file is not checked by `write`. */
  readonly checkedAtOnceBytes: number;
}

/** `rollback` is harmless when SQLite has rolled back already, as it does when the disk is full. */
export type SqliteRequest =
  | QueryMessage
  | { readonly type: 'append-events'; readonly columns: EventColumns; readonly nowMs: number }
  | { readonly type: 'read-events'; readonly query: EventQuery }
  | { readonly type: 'read-late'; readonly query: LateQuery }
  | { readonly type: 'erase-subject'; readonly tenantId: string; readonly subject: string; readonly nowMs: number }
  | { readonly type: 'drop-months'; readonly beforeMs: number }
  | { readonly type: 'rollback' }
  | { readonly type: 'close' };

export type ToSqliteWorker = SqliteRequest & { readonly id: number };

export interface SqliteFailure {
  readonly message: string;
  /** SQLite's result code, such as 13 for a full disk; undefined for other errors. */
  readonly resultCode: number | undefined;
}

/** Answer to the request of the same id; 0 is the answer to the start itself. */
export type FromSqliteWorker = { readonly id: number } & ({ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: SqliteFailure });
