import type { DatabaseSync } from 'node:sqlite';
import { idBytes } from '../events/event-columns.ts';
import { firstIdAt, mayBeFiled, monthEndMs, monthOf, monthOfTable, monthStartMs } from '../events/event-month.ts';
import { stretchOf } from '../events/stretch.ts';
import type { Prepare } from './prepare.ts';

/** The three tables of a month, or of the events whose month was not made. */
export interface EventTables {
  readonly events: string;
  /** In which stretches of ids the events of a subject lie. */
  readonly subjects: string;
  /** In which stretches of ids the events of a time lie: the same one, but for clocks that were corrected. */
  readonly times: string;
}

const tablesOf = (suffix: string): EventTables => ({ events: `events_${suffix}`, subjects: `event_subjects_${suffix}`, times: `event_times_${suffix}` });

export const OTHER_TABLES = tablesOf('other');

export const monthTables = (month: string): EventTables => tablesOf(month.replace('-', '_'));

/** Months that were made, oldest first. */
export function listMonths(prepare: Prepare): readonly string[] {
  const tables = prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'events_[0-9]*'`).all();
  return tables.flatMap(({ name }) => monthOfTable(String(name)) ?? []).toSorted();
}

/** Tables whose rows are events: one a month, and that of the others. */
export function listEventTables(database: DatabaseSync): readonly string[] {
  const months = listMonths((sql) => database.prepare(sql));
  return [...months.map(monthTables), OTHER_TABLES].map(({ events }) => events);
}

/** Finds the tables of an id, and makes them where that is due. For one transaction: another one may have dropped months. */
export function createTableFinder(database: DatabaseSync, prepare: Prepare, nowMs: number): (idTimeMs: number) => EventTables {
  const months = new Set(listMonths(prepare));
  // Looking up the month of a time is slow; nearly all events lie in the month of the one before.
  let last = { fromMs: 0, toMs: 0, tables: OTHER_TABLES };
  return (timeMs) => {
    if (timeMs >= last.fromMs && timeMs < last.toMs) return last.tables;
    const month = monthOf(timeMs);
    if (!months.has(month)) {
      if (!mayBeFiled(timeMs, nowMs)) return OTHER_TABLES;
      makeMonth(database, month);
      months.add(month);
    }
    last = { fromMs: monthStartMs(month), toMs: monthEndMs(month), tables: monthTables(month) };
    return last.tables;
  };
}

/** Makes a month after the likeness of the other events' tables, and moves there what was kept apart. */
function makeMonth(database: DatabaseSync, month: string): void {
  const made = monthTables(month);
  for (const kind of ['events', 'subjects', 'times'] as const) {
    const likeness = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(OTHER_TABLES[kind]);
    database.exec(String(likeness?.['sql']).replace(OTHER_TABLES[kind], made[kind]));
  }
  const ids = [idBytes(firstIdAt(monthStartMs(month))), idBytes(firstIdAt(monthEndMs(month)))];
  const { changes } = database.prepare(`INSERT INTO ${made.events} SELECT * FROM ${OTHER_TABLES.events} WHERE id >= ? AND id < ?`).run(...ids);
  if (Number(changes) === 0) return;
  database.prepare(`DELETE FROM ${OTHER_TABLES.events} WHERE id >= ? AND id < ?`).run(...ids);
  // The stretches at both ends reach into the neighbouring months: there they only cost a look.
  const stretches = [stretchOf(monthStartMs(month)), stretchOf(monthEndMs(month))];
  for (const kind of ['subjects', 'times'] as const) {
    database.prepare(`INSERT INTO ${made[kind]} SELECT * FROM ${OTHER_TABLES[kind]} WHERE stretch BETWEEN ? AND ?`).run(...stretches);
  }
}
