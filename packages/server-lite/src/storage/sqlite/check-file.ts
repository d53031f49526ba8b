import type { DatabaseSync } from 'node:sqlite';
import { placeChecksum } from './event-checksum.ts';
import { checkDigests } from './table-digests.ts';

const PLACES = /^event_(subjects|times)_/;

/**
 * Looks for what the disk gave back wrong: the structure of the file and its indexes, references between tables, the rows of all tables, and what leads to the events.
 * The events themselves are checked whenever they are read. Takes about a second for 500 MB.
 * @throws naming the first thing that is wrong.
 */
export function checkFile(database: DatabaseSync): void {
  const found = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
  if (found !== 'ok') throw new Error(`database disk image is malformed: ${String(found)}`);
  const dangling = database.prepare('PRAGMA foreign_key_check').get();
  if (dangling !== undefined) throw new Error(`database disk image is malformed: a row of ${String(dangling['table'])} refers to one of ${String(dangling['parent'])} that is missing`);
  checkDigests(database);
  for (const table of listTables(database)) {
    if (PLACES.test(table)) checkPlaces(database, table);
  }
}

/** Bytes of the file, without its log. */
export function fileBytes(database: DatabaseSync): number {
  return Number(database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size').get()?.['bytes']);
}

const listTables = (database: DatabaseSync): readonly string[] =>
  database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all().map(({ name }) => String(name));

function checkPlaces(database: DatabaseSync, table: string): void {
  const key = table.includes('subjects') ? 'subject' : 'time_stretch';
  for (const row of database.prepare(`SELECT tenant_id, ${key} AS key, stretch, checksum FROM ${table}`).iterate()) {
    const { tenant_id, key, stretch, checksum } = row;
    if (placeChecksum(String(tenant_id), key as string | number, Number(stretch)) !== checksum) throw new Error(`database disk image is malformed: a row of ${table} is not as it was written`);
  }
}
