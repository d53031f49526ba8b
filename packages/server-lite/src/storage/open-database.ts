import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';

/**
 * Opens (or makes) the SQLite file and brings it to the newest schema. `:memory:` for a database that goes with the process.
 * @throws when the file was written by a newer version of this program.
 */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // FULL: a commit that was confirmed survives a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000');
  migrate(database);
  return database;
}

function migrate(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA user_version').get();
  const version = Number(row?.['user_version']);
  if (version > MIGRATIONS.length) {
    database.close();
    throw new Error(`The database has schema ${version}, this program knows ${MIGRATIONS.length}: start a newer version.`);
  }
  MIGRATIONS.slice(version).forEach((migration, index) => {
    database.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${version + index + 1}; COMMIT`);
  });
}
