import type { Pool } from 'pg';
import { subjectHash } from '../events/subject-hash.ts';
import { storedString } from '../events/stored-string.ts';
import { LONG_LIMIT_MS, timedQuery } from './timed-query.ts';
import { withTransaction } from './with-transaction.ts';

/** Deletes a subject's events and refuses its later ones, in one transaction. @returns the number of deleted events. */
export function eraseSubject(pool: Pool, tenantId: string, subject: string, nowMs: number): Promise<number> {
  const [tenant, given] = [storedString(tenantId), storedString(subject)];
  return withTransaction(pool, async (client) => {
    // Waits for the appends under way, and holds up those that come; see migration 0007.
    await client.query('SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(8531908)');
    await client.query('INSERT INTO erased_subjects (tenant_id, subject_hash, erased_ms) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [tenant, subjectHash(tenant, given), nowMs]);
    await client.query(timedQuery(LONG_LIMIT_MS, 'DELETE FROM late_events WHERE tenant_id = $1 AND id IN (SELECT id FROM events WHERE tenant_id = $1 AND (anonymous_id = $2 OR customer_id = $2))', [tenant, given]));
    const { rowCount } = await client.query(timedQuery(LONG_LIMIT_MS, 'DELETE FROM events WHERE tenant_id = $1 AND (anonymous_id = $2 OR customer_id = $2)', [tenant, given]));
    return rowCount ?? 0;
  });
}
