import type { DatabaseSync } from 'node:sqlite';
import { firstIdAt, monthEndMs, monthOf, monthStartMs } from '../events/event-month.ts';
import { idBytes, idBytesTimeMs } from '../events/event-columns.ts';
import { createEventPlaces } from './event-places.ts';
import { EVENT_COLUMNS, fieldsOf } from './event-row.ts';
import { listMonths, monthTables, OTHER_TABLES } from './event-tables.ts';
import { inTransaction } from './in-transaction.ts';
import type { Prepare } from './prepare.ts';

/** Drops the months that ended before, a few tables each, and of the events without a month those of that time. @returns the months, oldest first. */
export function dropMonths(database: DatabaseSync, prepare: Prepare, beforeMs: number): readonly string[] {
  return inTransaction(database, () => {
    const months = listMonths(prepare).filter((month) => monthEndMs(month) <= beforeMs);
    for (const month of months) for (const table of Object.values(monthTables(month))) database.exec(`DROP TABLE ${table}`);
    database.prepare('DELETE FROM late_events WHERE id < ?').run(idBytes(firstIdAt(monthStartMs(monthOf(beforeMs)))));
    dropOthers(database, prepare, monthStartMs(monthOf(beforeMs)));
    return months;
  });
}

function dropOthers(database: DatabaseSync, prepare: Prepare, beforeMs: number): void {
  const { events, subjects, times } = OTHER_TABLES;
  const { changes } = database.prepare(`DELETE FROM ${events} WHERE time_ms < ?`).run(beforeMs);
  if (Number(changes) === 0) return;
  // A subject whose events are gone is named no longer.
  database.exec(`DELETE FROM ${subjects}; DELETE FROM ${times}`);
  const places = createEventPlaces(prepare);
  for (const row of database.prepare(`SELECT ${EVENT_COLUMNS} FROM ${events}`).iterate()) {
    const fields = fieldsOf(row);
    places.note(OTHER_TABLES, fields, idBytesTimeMs(fields[1]));
  }
}
