import type { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from '../migrations.ts';
import type { Migration } from '../migrations/migration.ts';
import { listEventTables } from './event-tables.ts';
import { unsealTables } from './table-digests.ts';

/**
 * Brings the schema up to date, one transaction a step: a process that is killed leaves the old or the new schema.
 * `user_version` counts the steps that were taken.
 * @throws when the file is of a newer version of this program.
 */
export function migrateSqlite(database: DatabaseSync, migrations: readonly Migration[] = MIGRATIONS): void {
  if (versionOf(database) > migrations.length) {
    throw new Error(`it has schema ${versionOf(database)}, this program knows ${migrations.length}: start a newer version.`);
  }
  while (versionOf(database) < migrations.length) takeStep(database, migrations);
}

function takeStep(database: DatabaseSync, migrations: readonly Migration[]): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    // Read under the lock: another process may have taken the step in between.
    const version = versionOf(database);
    unsealTables(database);
    for (const statement of migrations[version]?.sqlite ?? []) {
      if (typeof statement === 'string') database.exec(statement);
      else for (const table of listEventTables(database)) database.exec(statement(table));
    }
    database.exec(`PRAGMA user_version = ${Math.min(version + 1, migrations.length)}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}
