import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';
import { StorageUnavailable } from '../storage-unavailable.ts';
import { unavailableReason } from './unavailable-reason.ts';

const RETRY_AFTER_MS = 1000;

/** For `catch`. @throws what passes by itself as {@link StorageUnavailable}, all else as it is. */
export function tellUnavailable(cause: unknown): never {
  const reason = unavailableReason(cause);
  throw reason === undefined || !(cause instanceof Error) ? cause : new StorageUnavailable({ reason, retryAfterMs: RETRY_AFTER_MS, cause });
}

/** The pool as kysely sees it: what it rejects with went through {@link tellUnavailable}. */
export const tellingPool = (pool: Pool): PostgresPool => ({
  options: pool.options,
  connect: async () => {
    const client = await pool.connect().catch(tellUnavailable);
    const query = (text: string, values: readonly unknown[]): Promise<unknown> => client.query(text, [...values]).catch(tellUnavailable);
    // Kysely asks by a cursor only where its dialect was given one.
    return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) };
  },
  end: () => pool.end(),
});
