import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEED } from '../testing/seed.ts';
import { addRowChecksum, checkDigests, sealTables, unsealTables } from './table-digests.ts';

function openSealed(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  addRowChecksum(database);
  database.exec(`PRAGMA recursive_triggers = ON; CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT UNIQUE, bytes BLOB, share REAL);
    CREATE TABLE child (parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE, text TEXT)`);
  sealTables(database);
  return database;
}

const id = fc.integer({ min: 1, max: 6 });
const name = fc.constantFrom('a', 'b', 'c', null, '1', 'é\0');
const statements = fc.oneof(
  fc.tuple(fc.constant('INSERT OR REPLACE INTO parent (id, name, bytes, share) VALUES (?, ?, ?, 0.1)'), id, name, fc.uint8Array({ maxLength: 3 })),
  fc.tuple(fc.constant('INSERT OR IGNORE INTO parent (id, name, bytes) VALUES (?, ?, ?)'), id, name, fc.uint8Array({ maxLength: 3 })),
  fc.tuple(fc.constant('INSERT INTO parent (id, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET share = coalesce(share, 0) + 1'), id, name),
  fc.tuple(fc.constant('UPDATE OR REPLACE parent SET name = ? WHERE id = ?'), name, id),
  fc.tuple(fc.constant('DELETE FROM parent WHERE id = ?'), id),
  fc.tuple(fc.constant('INSERT INTO child SELECT id, name FROM parent WHERE id > ?'), id),
  fc.tuple(fc.constant('DELETE FROM child')),
);

it(`follows every kind of change (seed ${SEED})`, () => {
  fc.assert(fc.property(fc.array(statements, { maxLength: 30 }), (steps) => {
    const database = openSealed();
    for (const [sql, ...values] of steps) {
      database.prepare(sql).run(...values);
      expect(() => checkDigests(database)).not.toThrow();
    }
    database.close();
  }), { seed: SEED, numRuns: 50 });
});

it('takes back what a transaction takes back', () => {
  const database = openSealed();
  database.exec(`BEGIN; INSERT INTO parent (name) VALUES ('a'); ROLLBACK; INSERT INTO parent (name) VALUES ('b')`);
  expect(() => checkDigests(database)).not.toThrow();
});

it('finds a value that was changed behind its back', () => {
  const database = openSealed();
  database.exec(`INSERT INTO parent (name) VALUES ('a'); DROP TRIGGER parent_digest_update; UPDATE parent SET name = 'A'`);
  expect(() => checkDigests(database)).toThrow('a row of parent is not as it was written');
});

it('starts anew after the schema has changed', () => {
  const database = openSealed();
  unsealTables(database);
  database.exec('ALTER TABLE child ADD COLUMN more TEXT');
  sealTables(database);
  database.exec(`INSERT INTO parent (id) VALUES (1); INSERT INTO child VALUES (1, 'x', 'y'); UPDATE child SET more = 'z'`);
  expect(() => checkDigests(database)).not.toThrow();
});
