import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { MIGRATIONS } from './migrations.ts';
import { openSqlite, type SqliteDatabase } from './open-sqlite.ts';
import { migrateSqlite } from './sqlite/migrate-sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-database-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = async (database: SqliteDatabase, name: string): Promise<unknown> => {
  const answer = await database.connections.writer.call({ type: 'query', sql: `PRAGMA ${name}`, parameters: [] });
  return Object.values((answer as { rows: readonly object[] }).rows[0] ?? {})[0];
};

it('makes the file, survives being opened again, and writes ahead with full sync', async () => {
  const file = join(folder, 'deep/er/vua.sqlite');
  await (await openSqlite(file)).close();
  const database = await openSqlite(file);
  expect(await ask(database, 'user_version')).toBe(MIGRATIONS.length);
  expect(await ask(database, 'journal_mode')).toBe('wal');
  expect(await ask(database, 'synchronous')).toBe(2);
  expect(await ask(database, 'foreign_keys')).toBe(1);
  await database.close();
  expect(await database.isReachable()).toBe(false);
});

it('keeps what it makes from others on the machine', async () => {
  const file = join(folder, 'own/data/vua.sqlite');
  const database = await openSqlite(file);
  await sql`CREATE TABLE touched (id INTEGER)`.execute(database.query);
  const modes = [join(folder, 'own/data'), file, `${file}-wal`, `${file}-shm`].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(modes).toEqual(['700', '600', '600', '600']);
  await database.close();
});

it('brings a file of the first version to the newest, and keeps what is in it', async () => {
  const file = join(folder, 'first.sqlite');
  const first = new DatabaseSync(file);
  migrateSqlite(first, MIGRATIONS.slice(0, 1));
  first.exec(`CREATE TABLE other (text TEXT); INSERT INTO other VALUES ('kept')`);
  first.close();
  await (await openSqlite(file)).close();
  const opened = new DatabaseSync(file, { readOnly: true });
  expect(opened.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length });
  expect(opened.prepare('SELECT text FROM other').all()).toEqual([{ text: 'kept' }]);
  opened.close();
});

it('leaves a file of a newer version alone', async () => {
  const file = join(folder, 'newer.sqlite');
  await (await openSqlite(file)).close();
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  database.close();
  await expect(openSqlite(file)).rejects.toThrow('newer version');
});

it.each([
  ['a file in the place of the folder', (path: string) => { writeFileSync(path, ''); return join(path, 'vua.sqlite'); }],
  ['a folder in the place of the file', () => folder],
  ['a file that is no database', (path: string) => { writeFileSync(path, 'x'.repeat(4096)); return path; }],
])('%s is refused by its name', async (what, prepare) => {
  const file = prepare(join(folder, what.replaceAll(' ', '-')));
  await expect(openSqlite(file)).rejects.toThrow(`${file} cannot be opened`);
});

it('checks a large file while it already serves', async () => {
  const file = join(folder, 'large.sqlite');
  const filled = await openSqlite(file);
  const rows = Array.from({ length: 200 }, (_, index) => ({ tenant_id: 'demo', subject_hash: `canary-${index}`, erased_ms: 1 }));
  await filled.query.insertInto('erased_subjects').values(rows).execute();
  await filled.close();
  // Everywhere: a page may also hold remains of rows that have moved.
  writeFileSync(file, Buffer.from(readFileSync(file, 'latin1').replaceAll('canary-77', 'Canary-77'), 'latin1'));
  await expect(openSqlite(file)).rejects.toThrow('malformed');
  const damage = Promise.withResolvers<Error>();
  const serving = await openSqlite(file, { checkedAtOnceBytes: 0, onDamage: damage.resolve });
  expect(await serving.isReachable()).toBe(true);
  expect((await damage.promise).message).toContain('large.sqlite cannot be opened as database: database disk image is malformed');
  await serving.close();
});

it('finds nothing wrong with a file that is written to while it is checked', async () => {
  const file = join(folder, 'busy.sqlite');
  const found: Error[] = [];
  const database = await openSqlite(file);
  let written = 0;
  const write = async (): Promise<void> => {
    while (written < 300) {
      written += 1;
      await database.query.insertInto('erased_subjects').values({ tenant_id: 'demo', subject_hash: `subject-${written}`, erased_ms: 1 }).execute();
    }
  };
  const writing = write();
  for (let time = 0; time < 3; time += 1) await (await openSqlite(file, { onDamage: (error) => found.push(error) })).close();
  await writing;
  await database.close();
  expect(found).toEqual([]);
});
