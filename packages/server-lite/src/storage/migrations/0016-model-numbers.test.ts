import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Pool } from 'pg';
import { expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { MIGRATIONS } from '../migrations.ts';
import { openPostgres } from '../open-postgres.ts';
import { openSqlite } from '../open-sqlite.ts';
import { migratePostgres } from '../postgres/migrate-postgres.ts';
import { migrateSqlite } from '../sqlite/migrate-sqlite.ts';
import { addRowChecksum, checkDigests, sealTables } from '../sqlite/table-digests.ts';
import { createTestPostgres } from '../testing/test-databases.ts';

const BEFORE = MIGRATIONS.slice(0, 15);

/** As a process of the version before registers a version. */
const rowOf = (digit: string, createdMs: number, kind = 'sequence'): string =>
  `INSERT INTO model_version (tenant_id, kind, version, created_ms, status, metrics, manifest) VALUES ('a', '${kind}', '${digit.repeat(12)}', ${createdMs}, 'candidate', '{}', '{}')`;
const ROWS = [rowOf('1', 30), rowOf('2', 10), rowOf('3', 20), rowOf('4', 20), rowOf('5', 5, 'size')];

async function numbersIn(database: Database): Promise<readonly string[]> {
  const rows = await database.query.selectFrom('model_version').select(['kind', 'version', 'number']).orderBy('kind').orderBy('number').execute();
  return rows.map(({ kind, version, number }) => `${kind} ${version[0]} ${number}`);
}

const NUMBERED = ['sequence 2 1', 'sequence 3 2', 'sequence 4 3', 'sequence 1 4', 'size 5 1'];

it('numbers the versions that are there by the time at which they were registered, and those that a process of the version before still registers: SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vua-numbers-'));
  const old = new DatabaseSync(join(folder, 'vua.sqlite'));
  addRowChecksum(old);
  migrateSqlite(old, BEFORE);
  sealTables(old);
  for (const row of ROWS) old.exec(row);
  const database = await openSqlite(join(folder, 'vua.sqlite'));
  expect(await numbersIn(database)).toEqual(NUMBERED);
  for (const row of [rowOf('6', 1), rowOf('7', 1), rowOf('9', 1, 'trend')]) old.exec(`${row} ON CONFLICT (tenant_id, kind, version) DO NOTHING RETURNING version`);
  expect(await numbersIn(database)).toEqual([...NUMBERED.slice(0, 4), 'sequence 6 5', 'sequence 7 6', 'size 5 1', 'trend 9 1']);
  checkDigests(old);
  old.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

it('numbers them, and those that a process of the version before still registers: PostgreSQL', async () => {
  const { url, drop } = await createTestPostgres();
  const pool = new Pool({ connectionString: url });
  await migratePostgres(pool, BEFORE);
  for (const row of ROWS) await pool.query(row);
  const database = await openPostgres(url);
  expect(await numbersIn(database)).toEqual(NUMBERED);
  await Promise.all(['6', '7', '8'].map((digit) => pool.query(`${rowOf(digit, 1)} ON CONFLICT (tenant_id, kind, version) DO NOTHING RETURNING version`)));
  await pool.query(rowOf('9', 1, 'trend'));
  expect((await numbersIn(database)).map((text) => text.replace(/ [678] /, ' new '))).toEqual([...NUMBERED.slice(0, 4), 'sequence new 5', 'sequence new 6', 'sequence new 7', 'size 5 1', 'trend 9 1']);
  await pool.end();
  await database.close();
  await drop();
});
