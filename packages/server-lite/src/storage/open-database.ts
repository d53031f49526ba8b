import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';

/**
 * Opens (or makes) the SQLite file and brings it to the newest schema. `:memory:` for a database that goes with the process.
 * @throws when the folder or the file cannot be used, or was written by a newer version of this program; the message names the file.
 */
export function openDatabase(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file);
    // FULL: a commit that was confirmed survives a power cut.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000');
    migrate(database);
    return database;
  } catch (cause) {
    database?.close();
    throw new Error(`${file} cannot be opened as database: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function migrate(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA user_version').get();
  const version = Number(row?.['user_version']);
  if (version > MIGRATIONS.length) throw new Error(`it has schema ${version}, this program knows ${MIGRATIONS.length}: start a newer version.`);
  MIGRATIONS.slice(version).forEach((migration, index) => {
    database.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${version + index + 1}; COMMIT`);
  });
}
