import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { MIGRATIONS } from './migrations.ts';
import { openDatabase } from './open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-database-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes the file, survives being opened again, and writes ahead with full sync', () => {
  const file = join(folder, 'deep/er/vua.sqlite');
  openDatabase(file).close();
  const database = openDatabase(file);
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length });
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  database.close();
});

it('leaves a file of a newer version alone', () => {
  const file = join(folder, 'newer.sqlite');
  const database = openDatabase(file);
  database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  database.close();
  expect(() => openDatabase(file)).toThrow('newer version');
});

it.each([
  ['a file in the place of the folder', (path: string) => { writeFileSync(path, ''); return join(path, 'vua.sqlite'); }],
  ['a folder in the place of the file', () => folder],
  ['a file that is no database', (path: string) => { writeFileSync(path, 'x'.repeat(4096)); return path; }],
])('%s is refused by its name', (what, prepare) => {
  const file = prepare(join(folder, what.replaceAll(' ', '-')));
  expect(() => openDatabase(file)).toThrow(`${file} cannot be opened`);
});
