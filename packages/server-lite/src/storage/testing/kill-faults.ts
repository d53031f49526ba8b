import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSqlite } from '../open-sqlite.ts';
import { createSqliteEventLog } from '../sqlite-event-log.ts';
import { readAllNumbers } from './read-all-numbers.ts';
import { createRandom, SEED } from './seed.ts';

const PROGRAM = fileURLToPath(new URL('append-forever.ts', import.meta.url));
const BATCH = 20;
const READY_LIMIT_MS = 3000;

/** Fault test 1 at the level of the storage: a process that appends is killed at random instants, started again, and sends what was not confirmed again. */
export function itSurvivesKills(kills: number): void {
  it(`loses no confirmed event and doubles none when it is killed ${kills} times (seed ${SEED})`, { timeout: 60_000 + kills * 10_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vua-kill-'));
    const file = join(folder, 'vua.sqlite');
    const random = createRandom(SEED);
    const confirmed = new Set<number>();
    const readyMs: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const { numbers, openedInMs } = await appendAndKill(file, nextUnconfirmed(confirmed), join(folder, `acks-${kill}`), 50 + random() * 500);
      for (const number of numbers) confirmed.add(number);
      readyMs.push(openedInMs);
    }
    const database = await openSqlite(file);
    const stored = await readAllNumbers(createSqliteEventLog(database));
    await database.close();
    rmSync(folder, { recursive: true });
    expect(confirmed.size).toBeGreaterThan(kills);
    expect([...confirmed].filter((first) => !stored.has(first) || !stored.has(first + BATCH - 1))).toEqual([]);
    // The median: one start in many meets a disk that something else keeps busy.
    expect(readyMs.toSorted((a, b) => a - b)[Math.floor(kills / 2)]).toBeLessThanOrEqual(READY_LIMIT_MS);
  });
}

/** What follows the longest unbroken row of confirmed batches, so that some are sent a second time. */
function nextUnconfirmed(confirmed: ReadonlySet<number>): number {
  let first = 0;
  while (confirmed.has(first)) first += BATCH;
  return first;
}

async function appendAndKill(file: string, first: number, acks: string, afterMs: number): Promise<{ readonly numbers: readonly number[]; readonly openedInMs: number }> {
  const child = spawn(process.execPath, [PROGRAM, file, String(first), acks], { stdio: ['ignore', 'ignore', 'inherit'] });
  const exited = once(child, 'exit');
  while (readLines(acks).length < 2) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}`);
    await wait(10);
  }
  await wait(afterMs);
  child.kill('SIGKILL');
  await exited;
  const [ready = '', ...numbers] = readLines(acks);
  return { numbers: numbers.map(Number), openedInMs: Number(ready.replace('ready ', '')) };
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}

