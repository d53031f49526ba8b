import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { AppendOutcome, EventLog } from '../event-log.ts';
import { openSqlite, type SqliteDatabase } from '../open-sqlite.ts';
import { createSqliteEventLog } from '../sqlite-event-log.ts';
import { readAllNumbers } from './read-all-numbers.ts';
import { SAMPLE_NOW_MS, sampleEvent } from './sample-event.ts';

const [MOUNT, UNMOUNT] = ['mount', 'umount'];
const BATCH = 200;
/** Each batch lies in a stretch of its own. */
const BATCH_GAP_MS = 2000;
const RECOVERY_LIMIT_MS = 5000;

export interface SmallDisk {
  readonly database: SqliteDatabase;
  /** Makes room again. */
  readonly free: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Fault test 3. */
export async function surviveFullDisk({ database, free, remove }: SmallDisk): Promise<void> {
  const log = createSqliteEventLog(database, {}, () => SAMPLE_NOW_MS);
  const confirmed: number[] = [];
  let first = 0;
  const append = async (): Promise<AppendOutcome> => {
    const outcome = await appendBatch(log, first);
    // What was refused is sent again, as devices do.
    if (outcome.status === 'stored') {
      confirmed.push(first);
      first += BATCH;
    }
    return outcome;
  };
  let outcome = await append();
  while (outcome.status === 'stored') outcome = await append();
  // Full: every further answer says so, as values, and none says "stored" for what is not kept.
  for (let again = 0; again < 5; again += 1) outcome = await append();
  expect(outcome).toMatchObject({ status: 'unavailable', reason: 'storage-full' });
  expect(confirmed.length).toBeGreaterThan(5);
  await expect(readAllNumbers(log)).resolves.toBeDefined();
  await free();
  const freedMs = performance.now();
  while (outcome.status !== 'stored') {
    expect(performance.now() - freedMs).toBeLessThanOrEqual(RECOVERY_LIMIT_MS);
    await wait(100);
    outcome = await append();
  }
  const stored = await readAllNumbers(log);
  expect(confirmed.filter((number) => !stored.has(number) || !stored.has(number + BATCH - 1))).toEqual([]);
  expect(stored.size).toBe(confirmed.length * BATCH);
  await log.close();
  await remove();
}

const appendBatch = (log: EventLog, first: number): Promise<AppendOutcome> =>
  log.append(Array.from({ length: BATCH }, (_, index) => sampleEvent(first + index, { timeMs: SAMPLE_NOW_MS + first * BATCH_GAP_MS, dataJson: JSON.stringify({ text: 'x'.repeat(500) }) })));

/** A file that may have a thousand pages. */
export async function openLimited(): Promise<SmallDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'vua-full-'));
  const database = await openSqlite(join(folder, 'vua.sqlite'));
  const limit = (pages: number): Promise<unknown> => database.connections.writer.call({ type: 'query', sql: `PRAGMA max_page_count = ${pages}`, parameters: [] });
  await limit(1000);
  return {
    database,
    free: async () => void await limit(1_000_000),
    remove: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A disk of 24 MB; only root may mount one. */
export async function openOnSmallDisk(): Promise<SmallDisk> {
  const folder = mountSmallDisk();
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(12_000_000));
  const database = await openSqlite(join(folder, 'vua.sqlite'));
  return {
    database,
    free: async () => rmSync(ballast),
    remove: async () => {
      await database.close();
      unmount(folder);
    },
  };
}

function mountSmallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vua-disk-'));
  execFileSync(MOUNT, ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
  return folder;
}

function unmount(folder: string): void {
  execFileSync(UNMOUNT, [folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true });
}

export function mayMount(): boolean {
  try {
    unmount(mountSmallDisk());
    return true;
  } catch {
    return false;
  }
}
