import type { DatabaseSync } from 'node:sqlite';
import type { LatePage, LateQuery, StoredEvent } from '../event-log.ts';
import { idBytesTimeMs } from '../events/event-columns.ts';
import { monthOf } from '../events/event-month.ts';
import { storedString } from '../events/stored-string.ts';
import { EVENT_COLUMNS, eventOf, fieldsOf } from './event-row.ts';
import { listMonths, monthTables, OTHER_TABLES } from './event-tables.ts';
import type { Prepare } from './prepare.ts';

/** @throws when a row is not as it was written. */
export function readLate(database: DatabaseSync, prepare: Prepare, { tenantId, after, limit }: LateQuery): LatePage {
  // One transaction: a month that is made meanwhile takes events out of the others.
  database.exec('BEGIN');
  try {
    const tenant = storedString(tenantId);
    const from = after ?? Number(prepare('SELECT coalesce(max(place), 0) AS place FROM late_events WHERE tenant_id = ?').get(tenant)?.['place']);
    const listed = prepare('SELECT place, id FROM late_events WHERE tenant_id = ? AND place > ? ORDER BY place LIMIT ?').all(tenant, from, limit);
    const months = new Set(listMonths(prepare));
    const events = listed.flatMap(({ id }) => readOne(prepare, months, tenant, id as Uint8Array) ?? []);
    return { events, place: Number(listed.at(-1)?.['place'] ?? from), isEnd: listed.length < limit };
  } finally {
    database.exec('COMMIT');
  }
}

function readOne(prepare: Prepare, months: ReadonlySet<string>, tenant: string, id: Uint8Array): StoredEvent | undefined {
  const month = monthOf(idBytesTimeMs(id));
  const { events } = months.has(month) ? monthTables(month) : OTHER_TABLES;
  const row = prepare(`SELECT ${EVENT_COLUMNS} FROM ${events} WHERE tenant_id = ? AND id = ?`).get(tenant, id);
  return row === undefined ? undefined : eventOf(fieldsOf(row));
}
