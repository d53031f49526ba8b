import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * The open database, at the newest schema. Values read the same from both dialects: whole numbers as `number`
 * (times are UTC milliseconds, flags 0 or 1), JSON as text. Opened by `openSqlite` and `openPostgres`.
 */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /** A transaction excludes other writers, the event log among them (SQLite), or has a connection of its own (PostgreSQL): within it, wait for nothing but its queries. */
  readonly query: Kysely<Tables>;
  /** Whether it answers now; never rejects. */
  isReachable(): Promise<boolean>;
  /** Waits for what is under way. Safe to call twice. */
  close(): Promise<void>;
}
