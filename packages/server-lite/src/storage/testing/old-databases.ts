import { DatabaseSync } from 'node:sqlite';
import { Pool } from 'pg';
import { columnsOf, idBytes } from '../events/event-columns.ts';
import { idTimeMs } from '../events/event-month.ts';
import type { StoredEvent } from '../event-log.ts';
import { MIGRATIONS } from '../migrations.ts';
import { createEventPartitions } from '../postgres/event-partitions.ts';
import { migratePostgres } from '../postgres/migrate-postgres.ts';
import { eventChecksum } from '../sqlite/event-checksum.ts';
import { createEventPlaces } from '../sqlite/event-places.ts';
import { createTableFinder } from '../sqlite/event-tables.ts';
import { inTransaction } from '../sqlite/in-transaction.ts';
import { migrateSqlite } from '../sqlite/migrate-sqlite.ts';
import { createPrepare } from '../sqlite/prepare.ts';
import { addRowChecksum, sealTables } from '../sqlite/table-digests.ts';
import { SAMPLE_NOW_MS } from './sample-event.ts';

/** Steps of the schema that version 0.3.0 knew: its events had neither arms nor consent. */
const OLD_MIGRATIONS = MIGRATIONS.slice(0, 6);

const OLD_INSERT = `(tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Makes a SQLite file as version 0.3.0 left it, with these events; their arms and consent are left out. @returns it, open. */
export function writeOldSqlite(file: string, events: readonly StoredEvent[]): DatabaseSync {
  const database = new DatabaseSync(file);
  addRowChecksum(database);
  migrateSqlite(database, OLD_MIGRATIONS);
  sealTables(database);
  const prepare = createPrepare(database);
  const places = createEventPlaces(prepare);
  inTransaction(database, () => {
    const tablesOf = createTableFinder(database, prepare, SAMPLE_NOW_MS);
    for (const { tenantId, id, type, anonymousId, customerId = null, sessionId, itemId = null, timeMs, receivedMs, dataJson } of events) {
      const fields = [tenantId, idBytes(id), type, anonymousId, customerId, sessionId, itemId, timeMs, receivedMs, dataJson] as const;
      const tables = tablesOf(idTimeMs(id));
      prepare(`INSERT INTO ${tables.events} ${OLD_INSERT}`).run(...fields, eventChecksum([...fields, null, null]));
      places.note(tables, [...fields, null, null], idTimeMs(id));
    }
  });
  return database;
}

/** The same in a PostgreSQL database without tables. */
export async function writeOldPostgres(url: string, events: readonly StoredEvent[]): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  await migratePostgres(pool, OLD_MIGRATIONS);
  await createEventPartitions(pool).provide(events, SAMPLE_NOW_MS);
  await appendAsBefore(pool, events);
  await pool.end();
}

/** As a process of version 0.3.0 appends. */
export async function appendAsBefore(pool: Pool, events: readonly StoredEvent[]): Promise<void> {
  const { tenantIds, types, anonymousIds, customerIds, sessionIds, itemIds, timesMs, receivedMs, data } = columnsOf(events);
  const values = [tenantIds, events.map(({ id }) => id), types, anonymousIds, customerIds, sessionIds, itemIds, timesMs, receivedMs, data];
  await pool.query('SELECT append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', values);
}
