import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { inTransaction } from './in-transaction.ts';

// Every table but those of the events and their list of late ones has a digest: the sum of the checksums of its rows, kept by triggers in the transaction of the change.
// SQLite alone does not notice a byte within a value that the disk gives back wrong, such as a digit of a price.
const DIGEST_TABLE = 'table_digests';
const MODULUS = 2 ** 32;
const KINDS = ['insert', 'update', 'delete'] as const;

/** Makes the function known that the triggers call; without it, such as in another program, nobody can write into these tables. */
export function addRowChecksum(database: DatabaseSync): void {
  database.function('row_checksum', { varargs: true, deterministic: true, useBigIntArguments: true }, (...values: SQLInputValue[]) => values.reduce<number>(addValue, 0));
}

function addValue(sum: number, value: SQLInputValue): number {
  // The kind keeps 1, '1' and NULL apart.
  if (ArrayBuffer.isView(value)) return crc32(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), crc32('b', sum));
  return crc32(`${typeof value} ${String(value)}`, sum);
}

/** To be called before the schema changes; {@link sealTables} comes after. */
export function unsealTables(database: DatabaseSync): void {
  for (const table of listTables(database)) for (const kind of KINDS) database.exec(`DROP TRIGGER IF EXISTS ${triggerName(table, kind)}`);
  database.exec(`DROP TABLE IF EXISTS ${DIGEST_TABLE}`);
}

/** Counts the digests of all tables, if that was not done, and keeps them from then on. */
export function sealTables(database: DatabaseSync): void {
  inTransaction(database, () => {
    if (isSealed(database)) return;
    database.exec(`CREATE TABLE ${DIGEST_TABLE} (name TEXT PRIMARY KEY, digest INTEGER NOT NULL) STRICT, WITHOUT ROWID`);
    for (const table of listTables(database)) {
      database.prepare(`INSERT INTO ${DIGEST_TABLE} (name, digest) VALUES (?, (${digestSql(database, table)}))`).run(table);
      for (const kind of KINDS) database.exec(triggerSql(database, table, kind));
    }
  });
}

/** @throws when a table is not as it was left. */
export function checkDigests(database: DatabaseSync): void {
  if (!isSealed(database)) return;
  for (const table of listTables(database)) {
    // One statement, so that both are of the same moment: the file may already be written to.
    const found = database.prepare(`SELECT (${digestSql(database, table)}) IS (SELECT digest FROM ${DIGEST_TABLE} WHERE name = ?) AS same`).get(table);
    if (found?.['same'] !== 1) throw new Error(`database disk image is malformed: a row of ${table} is not as it was written`);
  }
}

const isSealed = (database: DatabaseSync): boolean => database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(DIGEST_TABLE) !== undefined;

/** All but those of the events, whose rows have checksums of their own, and the list of late ones, which only names such rows. */
function listTables(database: DatabaseSync): readonly string[] {
  const rows = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'events_*' AND name NOT GLOB 'event_subjects_*' AND name NOT GLOB 'event_times_*' AND name NOT GLOB 'sqlite_*' AND name <> 'late_events' AND name <> ?`).all(DIGEST_TABLE);
  return rows.map(({ name }) => String(name));
}

const triggerName = (table: string, kind: string): string => `${table}_digest_${kind}`;

function triggerSql(database: DatabaseSync, table: string, kind: (typeof KINDS)[number]): string {
  const change = [...(kind === 'insert' ? [] : [`- ${checksumSql(database, table, 'OLD.')}`]), ...(kind === 'delete' ? [] : [`+ ${checksumSql(database, table, 'NEW.')}`])];
  return `CREATE TRIGGER ${triggerName(table, kind)} AFTER ${kind.toUpperCase()} ON ${table} BEGIN
    UPDATE ${DIGEST_TABLE} SET digest = (digest + ${MODULUS} ${change.join(' ')}) % ${MODULUS} WHERE name = '${table}';
  END`;
}

const digestSql = (database: DatabaseSync, table: string): string => `SELECT coalesce(sum(${checksumSql(database, table, '')}), 0) % ${MODULUS} FROM ${table}`;

function checksumSql(database: DatabaseSync, table: string, prefix: string): string {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').all(table).map(({ name }) => `${prefix}"${String(name)}"`);
  return `row_checksum(${columns.join(', ')})`;
}
