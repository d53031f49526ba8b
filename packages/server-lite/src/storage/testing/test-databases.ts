import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openPostgres, type PostgresDatabase } from '../open-postgres.ts';
import { openSqlite, type SqliteDatabase } from '../open-sqlite.ts';

/** Opens a fresh, empty database; `close` also deletes it. */
export async function openTestSqlite(): Promise<SqliteDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'vua-sqlite-'));
  const database = await openSqlite(join(folder, 'vua.sqlite'));
  return { ...database, close: async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  } };
}

/** Opens a fresh, empty database on the PostgreSQL server of this test run; `close` also deletes it. */
export async function openTestPostgres(): Promise<PostgresDatabase> {
  const { url, drop } = await createTestPostgres();
  const database = await openPostgres(url);
  return { ...database, close: async () => {
    await database.close();
    await drop();
  } };
}

export interface TestPostgres {
  /** URL of a database without tables. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export async function createTestPostgres(): Promise<TestPostgres> {
  const adminUrl = await askForPostgres();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(adminUrl, `CREATE DATABASE ${name}`);
  return { url: adminUrl.replace(/postgres$/, name), drop: () => administer(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** What every repository is tested on, beside its memory twin: `describe.each(TEST_DATABASES)('$name', ({ open }) => ...)`. */
export const TEST_DATABASES = [
  { name: 'SQLite', open: openTestSqlite },
  { name: 'PostgreSQL', open: openTestPostgres },
] as const;

async function askForPostgres(): Promise<string> {
  const address = process.env['VUA_TEST_POSTGRES'];
  if (address === undefined) throw new Error('VUA_TEST_POSTGRES is not set: run the tests through vitest, whose global setup provides PostgreSQL');
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
