import type { QueryConfig } from 'pg';

/** A query that the client gives up after its own time instead of the pool's; `pg` knows the option, its types do not. */
export function timedQuery(limitMs: number, text: string, values: readonly unknown[] = []): QueryConfig {
  const query = { text, values: [...values], query_timeout: limitMs };
  return query;
}

/** For what may go through whole months. */
export const LONG_LIMIT_MS = 30 * 60 * 1000;
