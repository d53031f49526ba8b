import type { DatabaseSync } from 'node:sqlite';
import type { EventQuery, StoredEvent } from '../event-log.ts';
import { idBytes } from '../events/event-columns.ts';
import { firstIdAt, idTimeMs, monthEndMs } from '../events/event-month.ts';
import { storedString } from '../events/stored-string.ts';
import { joinStretches, stretchOf, stretchStartMs, type StretchRange } from '../events/stretch.ts';
import { EVENT_COLUMNS, eventOf, fieldsOf } from './event-row.ts';
import { listMonths, monthTables, OTHER_TABLES, type EventTables } from './event-tables.ts';
import type { Prepare } from './prepare.ts';

/** @throws when a row is not as it was written. */
export function readEvents(database: DatabaseSync, prepare: Prepare, query: EventQuery): readonly StoredEvent[] {
  // One transaction: a month that is dropped meanwhile is still read whole.
  database.exec('BEGIN');
  try {
    const { afterId, limit } = query;
    const months = listMonths(prepare).filter((month) => afterId === undefined || monthEndMs(month) > idTimeMs(afterId));
    const others = readTables(prepare, OTHER_TABLES, query, limit);
    const found: StoredEvent[] = [];
    for (const month of months) {
      if (found.length >= limit) break;
      found.push(...readTables(prepare, monthTables(month), query, limit - found.length));
    }
    return others.length === 0 ? found : [...found, ...others].toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
  } finally {
    database.exec('COMMIT');
  }
}

function readTables(prepare: Prepare, tables: EventTables, query: EventQuery, limit: number): readonly StoredEvent[] {
  const { fromMs, toMs, subject, afterId = firstIdAt(0) } = query;
  const tenantId = storedString(query.tenantId);
  const known = subject === undefined ? null : storedString(subject);
  const read = prepare(`SELECT ${EVENT_COLUMNS} FROM ${tables.events}
    WHERE tenant_id = ?1 AND id > ?2 AND id >= ?3 AND id < ?4 AND time_ms >= ?5 AND time_ms < ?6 AND (?7 IS NULL OR anonymous_id = ?7 OR customer_id = ?7) ORDER BY id LIMIT ?8`);
  const events: StoredEvent[] = [];
  for (const range of findStretches(prepare, tables, tenantId, query, known)) {
    if (events.length >= limit) break;
    const [first, end] = [range.first, range.last + 1].map((stretch) => idBytes(firstIdAt(stretchStartMs(stretch))));
    events.push(...read.all(tenantId, idBytes(afterId), first ?? null, end ?? null, fromMs, toMs, known, limit - events.length).map((row) => eventOf(fieldsOf(row))));
  }
  return events;
}

/** Where to look. */
function findStretches(prepare: Prepare, { subjects, times }: EventTables, tenantId: string, { fromMs, toMs, afterId }: EventQuery, subject: string | null): readonly StretchRange[] {
  const after = afterId === undefined ? 0 : stretchOf(idTimeMs(afterId));
  const rows = subject === null
    ? prepare(`SELECT DISTINCT stretch FROM ${times} WHERE tenant_id = ? AND time_stretch BETWEEN ? AND ? AND stretch >= ? ORDER BY stretch`).all(tenantId, stretchOf(fromMs), stretchOf(toMs - 1), after)
    : prepare(`SELECT stretch FROM ${subjects} WHERE tenant_id = ? AND subject = ? AND stretch >= ? ORDER BY stretch`).all(tenantId, subject, after);
  return joinStretches(rows.map(({ stretch }) => Number(stretch)));
}
