import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredEvent } from '../event-log.ts';
import { openSqlite } from '../open-sqlite.ts';
import { createHandler } from '../sqlite/handle-request.ts';
import { openFile } from '../sqlite/open-file.ts';
import { createSqliteEventLog } from '../sqlite-event-log.ts';
import { writeOldSqlite } from './old-databases.ts';
import { SAMPLE_NOW_MS, sampleEvent } from './sample-event.ts';
import { createRandom, SEED } from './seed.ts';

const EVENTS = 1500;
/** The first of them were written by the version before, without arms and consent. */
const OLD_EVENTS = 500;
const EVENT_GAP_MS = 40_000;

/** Fault test 4: a server that starts with a damaged file refuses it, or answers as before. */
export function describeDamage(flips: number, cuts: number): void {
  describe(`a damaged file (seed ${SEED})`, { timeout: 60_000 + (flips + cuts) * 1000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'vua-damage-'));
    const files = { whole: join(folder, 'vua.sqlite'), damaged: join(folder, 'damaged.sqlite') };
    const random = createRandom(SEED);
    beforeAll(() => fill(files.whole));
    afterAll(() => rmSync(folder, { recursive: true }));

    it(`gives no wrong answer after one of ${flips} flipped bytes`, () => {
      // About half of the bytes are room that nothing uses yet.
      expect(countRefused(files, flips, () => flipByte(files, random))).toBeGreaterThan(flips / 5);
    });

    it(`gives no wrong answer after one of ${cuts} truncations`, () => {
      expect(countRefused(files, cuts, () => truncate(files, random))).toBe(cuts);
    });
  });
}

interface Files {
  readonly whole: string;
  readonly damaged: string;
}

function flipByte({ whole, damaged }: Files, random: () => number): string {
  const bytes = readFileSync(whole);
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255));
  writeFileSync(damaged, bytes);
  return `byte ${at}`;
}

function truncate({ whole, damaged }: Files, random: () => number): string {
  copyFileSync(whole, damaged);
  const length = 1 + Math.floor(random() * (readFileSync(whole).length - 1));
  truncateSync(damaged, length);
  return `length ${length}`;
}

function countRefused({ whole, damaged }: Files, times: number, damage: () => string): number {
  const rightAnswers = answersOf(whole);
  let refused = 0;
  for (let time = 0; time < times; time += 1) {
    for (const suffix of ['-wal', '-shm']) rmSync(damaged + suffix, { force: true });
    const what = damage();
    const answers = answersOrRefusal(damaged);
    expect([undefined, rightAnswers], what).toContain(answers);
    if (answers === undefined) refused += 1;
  }
  return refused;
}

async function fill(file: string): Promise<void> {
  const chart = { id: 'shirts', details: JSON.stringify({ sizes: ['S', 'M', 'L'] }) };
  const events = Array.from({ length: EVENTS }, (_, index) => eventAt(index, chart));
  writeOldSqlite(file, events.slice(0, OLD_EVENTS)).close();
  const database = await openSqlite(file);
  // A small table with room for many flips.
  const erased = Array.from({ length: 300 }, (_, index) => ({ tenant_id: 'demo', subject_hash: String(index).padStart(64, 'f'), erased_ms: index }));
  await database.query.insertInto('erased_subjects').values(erased).execute();
  const log = createSqliteEventLog(database, {}, () => SAMPLE_NOW_MS);
  await log.append(events.slice(OLD_EVENTS));
  await log.close();
  await database.close();
}

const eventAt = (index: number, data: object): StoredEvent => sampleEvent(index, {
  timeMs: SAMPLE_NOW_MS - index * EVENT_GAP_MS * 50, anonymousId: `device-${index % 50}`, dataJson: JSON.stringify({ ...data, index }), ...(index % 3 === 0 && { customerId: `customer-${index % 7}` }),
});

function answersOrRefusal(file: string): string | undefined {
  try {
    return answersOf(file);
  } catch (error) {
    // A refusal says why, and is no crash.
    expect(String(error)).toMatch(/malformed|not a database|cannot be opened|no such|disk I\/O|schema|SQL|unsupported|constraint|out of memory|range/i);
    return undefined;
  }
}

/** All that is read from the file: every event by time, some by subject, and the small tables. */
function answersOf(file: string): string {
  const database = openFile({ file, mode: 'write', checkedAtOnceBytes: Infinity });
  try {
    const handle = createHandler(database);
    const range = { tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 5000 };
    const queries = [range, ...['device-3', 'device-44', 'customer-6'].map((subject) => ({ ...range, subject })), { ...range, fromMs: SAMPLE_NOW_MS - 1e8 }];
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'event*' ORDER BY name`).all().map(({ name }) => String(name));
    const rows = tables.map((table) => database.prepare(`SELECT * FROM "${table}"`).all());
    return JSON.stringify([queries.map((query) => handle({ type: 'read-events', query })), tables, rows]);
  } finally {
    database.close();
  }
}
