import { statSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { createExclusiveTurns } from './sqlite/exclusive-turns.ts';
import { startSqliteConnection } from './sqlite/sqlite-connection.ts';
import { createSqliteDialect, type SqliteConnections } from './sqlite/sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** An embedded database; the event log writes through its connections. */
export interface SqliteDatabase extends Database {
  readonly dialect: 'sqlite';
  readonly connections: SqliteConnections;
}

export interface SqliteOptions {
  /** Called when a larger file, which is checked while it already serves, turns out to be damaged. @default ends the process by an uncaught error */
  readonly onDamage?: (error: Error) => void;
  /** A larger file does not wait for its check: that takes about a second for the default. @default 512 MB */
  readonly checkedAtOnceBytes?: number;
}

/**
 * Opens (or makes) the SQLite file, and brings it to the newest schema.
 * @throws when the folder or the file cannot be used, is damaged, or was written by a newer version of this program; the message names the file.
 */
export async function openSqlite(file: string, { onDamage = fail, checkedAtOnceBytes = 512 * 1024 * 1024 }: SqliteOptions = {}): Promise<SqliteDatabase> {
  const writer = await startSqliteConnection({ file, mode: 'write', checkedAtOnceBytes });
  const reader = await startSqliteConnection({ file, mode: 'read', checkedAtOnceBytes });
  if (statSync(file).size > checkedAtOnceBytes) void checkInBackground(file).catch(onDamage);
  const connections = { writer, reader, turns: createExclusiveTurns() };
  const query = new Kysely<Tables>({ dialect: createSqliteDialect(connections) });
  return {
    dialect: 'sqlite',
    query,
    connections,
    isReachable: () => sql`SELECT 1`.execute(query).then(() => true, () => false),
    close: async () => {
      // The reader first: the last connection to close folds the write-ahead log into the file.
      await reader.close();
      const done = await connections.turns.take();
      await writer.close().finally(done);
      await query.destroy();
    },
  };
}

async function checkInBackground(file: string): Promise<void> {
  const check = await startSqliteConnection({ file, mode: 'check', checkedAtOnceBytes: 0 });
  await check.close();
}

function fail(error: Error): never {
  throw error;
}
