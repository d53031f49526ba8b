import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkFile, fileBytes } from './check-file.ts';
import { migrateSqlite } from './migrate-sqlite.ts';
import { addRowChecksum, sealTables } from './table-digests.ts';
import type { SqliteWorkerData } from './sqlite-messages.ts';

const PRAGMAS = [
  'journal_mode = WAL',
  // A commit that was confirmed survives a power cut.
  'synchronous = FULL',
  'foreign_keys = ON',
  // Else replacing a row does not fire the triggers of its deletion; see table-digests.ts.
  'recursive_triggers = ON',
  // Also rows that only moved to another page leave no copy behind: an erased subject must be gone from the file.
  'secure_delete = ON',
  'busy_timeout = 5000',
  'cache_size = -32768',
  'wal_autocheckpoint = 4000',
  'journal_size_limit = 67108864',
];

/**
 * Opens (or makes) the SQLite file; for writing, also brings it to the newest schema.
 * @throws when the folder or the file cannot be used, is damaged, or was written by a newer version of this program; the message names the file.
 */
export function openFile({ file, mode, checkedAtOnceBytes }: SqliteWorkerData): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const isFresh = file !== ':memory:' && !existsSync(file);
    database = new DatabaseSync(file);
    // Before the write-ahead log is made, which takes over the mode: what shoppers did is nobody else's on this machine.
    if (isFresh) chmodSync(file, 0o600);
    for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`);
    addRowChecksum(database);
    if (mode === 'write') {
      if (fileBytes(database) <= checkedAtOnceBytes) checkFile(database);
      migrateSqlite(database);
      sealTables(database);
    } else {
      database.exec('PRAGMA query_only = ON');
    }
    if (mode === 'check') checkFile(database);
    return database;
  } catch (cause) {
    database?.close();
    throw new Error(`${file} cannot be opened as database: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
