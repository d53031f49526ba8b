import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite, type SqliteDatabase } from './open-sqlite.ts';
import { createSqliteEventLog } from './sqlite-event-log.ts';
import { SAMPLE_NOW_MS, sampleEvent } from './testing/sample-event.ts';

let folder: string;
let database: SqliteDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vua-events-'));
  database = await openSqlite(join(folder, 'vua.sqlite'));
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const bytesOnDisk = (): string => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1')).join('');

it('leaves no trace of an erased subject in its files', async () => {
  const log = createSqliteEventLog(database, {}, () => SAMPLE_NOW_MS);
  // Subjects by turns and in a random order of ids, so that pages are split and rows move.
  for (let round = 0; round < 20; round += 1) {
    await log.append(Array.from({ length: 100 }, (_, index) => {
      const subject = index % 10 === 0 ? 'canary' : `other-${index % 10}`;
      const number = ((round * 100 + index) * 7919) % 2000;
      return sampleEvent(number, { anonymousId: `${subject}-anonymous`, customerId: `${subject}-customer`, dataJson: JSON.stringify({ subject: `${subject}-data` }) });
    }));
  }
  expect(bytesOnDisk()).toContain('canary');
  expect(await log.eraseSubject('demo', 'canary-anonymous')).toBe(200);
  expect(bytesOnDisk().split('canary-data').length - 1).toBe(0);
  expect(bytesOnDisk().split('canary-anonymous').length - 1).toBe(0);
});
