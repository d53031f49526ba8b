import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Client, Pool } from 'pg';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../migrations.ts';
import { openPostgres } from '../open-postgres.ts';
import { migratePostgres } from '../postgres/migrate-postgres.ts';
import { migrateSqlite } from '../sqlite/migrate-sqlite.ts';
import { openFile } from '../sqlite/open-file.ts';
import { createRandom, SEED } from './seed.ts';
import { createTestPostgres } from './test-databases.ts';

const NEVER = 1_000_000;
const PROGRAM = fileURLToPath(new URL('die-while-migrating.ts', import.meta.url));

/** Fault test 5: a migration that is killed before one of its statements leaves an old schema or the new one, and the next start goes on from there. */
export function itSurvivesKilledMigrations(kills: number): void {
  const random = createRandom(SEED);

  it(`SQLite: ${kills} migrations killed (seed ${SEED})`, { timeout: 60_000 + kills * 5000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'vua-migration-'));
    const statements = Number(die('sqlite', join(folder, 'whole.sqlite'), NEVER));
    for (let kill = 0; kill < kills; kill += 1) {
      const file = join(folder, `${kill}.sqlite`);
      const died = die('sqlite', file, Math.floor(random() * statements));
      expect(died).toBe('SIGKILL');
      const left = new DatabaseSync(file);
      const version = Number(left.prepare('PRAGMA user_version').get()?.['user_version']);
      expect(sqliteSchema(left)).toEqual(sqliteSchemaOf(version));
      left.close();
      const opened = openFile({ file, mode: 'write', checkedAtOnceBytes: Infinity });
      expect(sqliteSchema(opened)).toEqual(sqliteSchemaOf(MIGRATIONS.length));
      opened.close();
    }
    rmSync(folder, { recursive: true });
  });

  it(`PostgreSQL: ${kills} migrations killed (seed ${SEED})`, { timeout: 60_000 + kills * 10_000 }, async () => {
    const whole = await createTestPostgres();
    const statements = Number(die('postgres', whole.url, NEVER));
    await whole.drop();
    for (let kill = 0; kill < kills; kill += 1) {
      const { url, drop } = await createTestPostgres();
      expect(die('postgres', url, Math.floor(random() * statements))).toBe('SIGKILL');
      const left = await postgresSchema(url);
      expect(left.tables).toEqual(await postgresTablesOf(left.version));
      await (await openPostgres(url)).close();
      expect((await postgresSchema(url)).version).toBe(MIGRATIONS.length);
      await drop();
    }
  });
}

function die(dialect: 'sqlite' | 'postgres', place: string, last: number): string {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, dialect, place, String(last)], { encoding: 'utf8' });
  return signal ?? stdout + stderr;
}

const sqliteSchema = (database: DatabaseSync): unknown => database.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE type <> 'trigger' AND name <> 'table_digests' ORDER BY type, name`).all();

function sqliteSchemaOf(version: number): unknown {
  const database = new DatabaseSync(':memory:');
  migrateSqlite(database, MIGRATIONS.slice(0, version));
  const schema = sqliteSchema(database);
  database.close();
  return schema;
}

interface PostgresSchema {
  readonly version: number;
  readonly tables: readonly string[];
}

async function postgresSchema(url: string): Promise<PostgresSchema> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(`SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`);
  const tables = rows.map(({ name }) => name);
  const hasVersion = tables.includes('schema_migration.number');
  const version = hasVersion ? (await client.query<{ version: number }>('SELECT count(*)::integer AS version FROM schema_migration')).rows[0]?.version ?? 0 : 0;
  await client.end();
  return { version, tables: tables.filter((name) => !name.startsWith('schema_migration.')) };
}

const tablesOfVersion = new Map<number, readonly string[]>();

async function postgresTablesOf(version: number): Promise<readonly string[]> {
  const known = tablesOfVersion.get(version);
  if (known !== undefined) return known;
  const { url, drop } = await createTestPostgres();
  const pool = new Pool({ connectionString: url, max: 1 });
  await migratePostgres(pool, MIGRATIONS.slice(0, version));
  await pool.end();
  const { tables } = await postgresSchema(url);
  await drop();
  tablesOfVersion.set(version, tables);
  return tables;
}
