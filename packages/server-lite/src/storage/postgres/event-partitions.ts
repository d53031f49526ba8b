import type { Pool, PoolClient } from 'pg';
import { firstIdAt, idTimeMs, mayBeFiled, monthEndMs, monthOf, monthOfTable, monthStartMs } from '../events/event-month.ts';
import { storedString } from '../events/stored-string.ts';
import { subjectHash } from '../events/subject-hash.ts';
import type { StoredEvent } from '../event-log.ts';
import { LONG_LIMIT_MS, timedQuery } from './timed-query.ts';
import { withTransaction } from './with-transaction.ts';

/** Makes and drops one month at a time. */
const MONTHS_LOCK = 8_531_909;
export interface EventPartitions {
  /** Makes the months of these events, where that is due; none for what is refused because its subject was erased. */
  provide(events: readonly StoredEvent[], nowMs: number): Promise<void>;
  /** Drops the months that ended before. @returns them, oldest first. */
  drop(beforeMs: number): Promise<readonly string[]>;
}

const ERASED = 'SELECT subject_hash FROM erased_subjects JOIN unnest($1::text[], $2::text[]) AS asked (tenant_id, subject_hash) USING (tenant_id, subject_hash)';

const monthTable = (month: string): string => `events_${month.replace('-', '_')}`;

/** A partition a month; what has none lies in the default partition. PostgreSQL finds the place of an id by itself. */
export function createEventPartitions(pool: Pool): EventPartitions {
  const made = new Set<string>();
  return {
    provide: async (events, nowMs) => {
      const due = events.filter(({ id }) => mayBeFiled(idTimeMs(id), nowMs) && !made.has(monthOf(idTimeMs(id))));
      if (due.length === 0) return;
      for (const month of new Set((await withoutErased(pool, due)).map(({ id }) => monthOf(idTimeMs(id))))) {
        await withTransaction(pool, (client) => makeMonth(client, month));
        made.add(month);
      }
    },
    drop: async (beforeMs) => {
      const months = await withTransaction(pool, (client) => dropMonths(client, beforeMs));
      for (const month of months) made.delete(month);
      return months;
    },
  };
}

async function withoutErased(pool: Pool, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  const asked = events.flatMap((event) => subjectsOf(event).map((subject) => [storedString(event.tenantId), subject] as const));
  const { rows } = await pool.query<{ subject_hash: string }>(timedQuery(LONG_LIMIT_MS, ERASED, [asked.map(([tenantId]) => tenantId), asked.map(([, subject]) => subject)]));
  const erased = new Set(rows.map((row) => row.subject_hash));
  return events.filter((event) => !subjectsOf(event).some((subject) => erased.has(subject)));
}

/** Hashes of all that an event's subject goes by. */
const subjectsOf = ({ tenantId, anonymousId, customerId }: StoredEvent): readonly string[] =>
  [anonymousId, ...(customerId === undefined ? [] : [customerId])].map((subject) => subjectHash(storedString(tenantId), storedString(subject)));

async function makeMonth(client: PoolClient, month: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${MONTHS_LOCK})`);
  const table = monthTable(month);
  const { rows } = await client.query<{ found: string | null }>('SELECT to_regclass($1)::text AS found', [table]);
  if (rows[0]?.found !== null) return;
  const [from, to] = [firstIdAt(monthStartMs(month)), firstIdAt(monthEndMs(month))];
  await client.query('LOCK TABLE events_other IN ACCESS EXCLUSIVE MODE');
  await client.query(`CREATE TABLE ${table} (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`);
  await client.query(`WITH moved AS (DELETE FROM events_other WHERE id >= '${from}' AND id < '${to}' RETURNING *) INSERT INTO ${table} SELECT * FROM moved`);
  await client.query(`ALTER TABLE events ATTACH PARTITION ${table} FOR VALUES FROM ('${from}') TO ('${to}')`);
}

async function dropMonths(client: PoolClient, beforeMs: number): Promise<readonly string[]> {
  await client.query(`SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(${MONTHS_LOCK})`);
  const { rows } = await client.query<{ name: string }>(`SELECT relname::text AS name FROM pg_class JOIN pg_inherits ON pg_class.oid = inhrelid WHERE inhparent = 'events'::regclass`);
  const months = rows.flatMap(({ name }) => monthOfTable(name) ?? []).filter((month) => monthEndMs(month) <= beforeMs).toSorted();
  for (const month of months) await client.query(`DROP TABLE ${monthTable(month)}`);
  await client.query(timedQuery(LONG_LIMIT_MS, 'DELETE FROM late_events WHERE id < $1', [firstIdAt(monthStartMs(monthOf(beforeMs)))]));
  await client.query(timedQuery(LONG_LIMIT_MS, 'DELETE FROM events_other WHERE time_ms < $1', [monthStartMs(monthOf(beforeMs))]));
  return months;
}
