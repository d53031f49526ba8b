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
import { readEvents } from '../postgres/read-events.ts';
import { createHandler } from '../sqlite/handle-request.ts';
import { migrateSqlite } from '../sqlite/migrate-sqlite.ts';
import { openFile } from '../sqlite/open-file.ts';
import { writeOldPostgres, writeOldSqlite } from './old-databases.ts';
import { SAMPLE_NOW_MS, sampleEvent } from './sample-event.ts';
import { createRandom, SEED } from './seed.ts';
import { createTestPostgres, type TestPostgres } from './test-databases.ts';

const NEVER = 1_000_000;
const PROGRAM = fileURLToPath(new URL('die-while-migrating.ts', import.meta.url));

/** What the migration begins with: an empty database, or one of version 0.3.0 with events of several months. */
const STARTS = ['nothing', 'version 0.3.0'] as const;
type Start = (typeof STARTS)[number];

const OLD_EVENTS = [Date.UTC(2026, 9, 31), SAMPLE_NOW_MS, Date.UTC(2027, 1, 3)].map((timeMs, number) => sampleEvent(number, { timeMs }));
const KEPT_EVENTS = OLD_EVENTS.map((event) => ({ ...event, armsJson: undefined, consent: undefined }));
const ALL = { tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 10 };

/** Fault test 5: a migration that is killed before one of its statements leaves an old schema or the new one, and the next start goes on from there. */
export function itSurvivesKilledMigrations(kills: number): void {
  const random = createRandom(SEED);

  it.each(STARTS)(`SQLite, from %s: ${kills} migrations killed (seed ${SEED})`, { timeout: 60_000 + kills * 5000 }, (start) => {
    const folder = mkdtempSync(join(tmpdir(), 'vua-migration-'));
    const prepare = (name: string | number): string => {
      const file = join(folder, `${name}.sqlite`);
      if (start !== 'nothing') writeOldSqlite(file, OLD_EVENTS).close();
      return file;
    };
    const statements = deadly(start, die('sqlite', prepare('whole'), NEVER));
    for (let kill = 0; kill < kills; kill += 1) {
      const file = prepare(kill);
      expect(die('sqlite', file, statements[Math.floor(random() * statements.length)] ?? 0)).toBe('SIGKILL');
      const left = new DatabaseSync(file);
      const version = Number(left.prepare('PRAGMA user_version').get()?.['user_version']);
      expect(sqliteSchema(left)).toEqual(sqliteSchemaOf(start, version));
      left.close();
      const opened = openFile({ file, mode: 'write', checkedAtOnceBytes: Infinity });
      expect(sqliteSchema(opened)).toEqual(sqliteSchemaOf(start, MIGRATIONS.length));
      expect(createHandler(opened)({ type: 'read-events', query: ALL })).toEqual(start === 'nothing' ? [] : KEPT_EVENTS);
      opened.close();
    }
    rmSync(folder, { recursive: true });
  });

  it.each(STARTS)(`PostgreSQL, from %s: ${kills} migrations killed (seed ${SEED})`, { timeout: 60_000 + kills * 10_000 }, async (start) => {
    const whole = await preparePostgres(start);
    const statements = deadly(start, die('postgres', whole.url, NEVER));
    await whole.drop();
    for (let kill = 0; kill < kills; kill += 1) {
      const { url, drop } = await preparePostgres(start);
      expect(die('postgres', url, statements[Math.floor(random() * statements.length)] ?? 0)).toBe('SIGKILL');
      const left = await postgresSchema(url);
      expect(left.tables).toEqual(await postgresTablesOf(start, left.version));
      const database = await openPostgres(url);
      const opened = await postgresSchema(url);
      expect(opened).toEqual({ version: MIGRATIONS.length, tables: await postgresTablesOf(start, MIGRATIONS.length) });
      expect(await readEvents(database.pool, ALL)).toEqual(start === 'nothing' ? [] : KEPT_EVENTS);
      await database.close();
      await drop();
    }
  });
}

function die(dialect: 'sqlite' | 'postgres', place: string, last: number): string {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, dialect, place, String(last)], { encoding: 'utf8' });
  return signal ?? stdout + stderr;
}

/** Numbers of the statements before which the process may die. From an old database only those from the first that changes a table of events to the commit: the others are met from nothing too. */
function deadly(start: Start, printed: string): readonly number[] {
  const statements = JSON.parse(printed) as readonly unknown[];
  const isAlter = (statement: unknown): boolean => typeof statement === 'string' && statement.startsWith('ALTER TABLE events');
  const [first, end] = start === 'nothing' ? [0, statements.length] : [statements.findIndex(isAlter), statements.findLastIndex(isAlter) + 4];
  return statements.map((_, number) => number).slice(first, end);
}

const sqliteSchema = (database: DatabaseSync): unknown => database.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE type <> 'trigger' AND name <> 'table_digests' ORDER BY type, name`).all();

function sqliteSchemaOf(start: Start, version: number): unknown {
  const database = start === 'nothing' ? new DatabaseSync(':memory:') : writeOldSqlite(':memory:', OLD_EVENTS);
  migrateSqlite(database, MIGRATIONS.slice(0, version));
  const schema = sqliteSchema(database);
  database.close();
  return schema;
}

async function preparePostgres(start: Start): Promise<TestPostgres> {
  const made = await createTestPostgres();
  if (start !== 'nothing') await writeOldPostgres(made.url, OLD_EVENTS);
  return made;
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

const tablesOfVersion = new Map<string, readonly string[]>();

async function postgresTablesOf(start: Start, version: number): Promise<readonly string[]> {
  const known = tablesOfVersion.get(`${start} ${version}`);
  if (known !== undefined) return known;
  const { url, drop } = await preparePostgres(start);
  const pool = new Pool({ connectionString: url, max: 1 });
  await migratePostgres(pool, MIGRATIONS.slice(0, version));
  await pool.end();
  const { tables } = await postgresSchema(url);
  await drop();
  tablesOfVersion.set(`${start} ${version}`, tables);
  return tables;
}
