import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../open-sqlite.ts';
import { createSqliteEventLog } from '../sqlite-event-log.ts';
import { filesAfterPowerCut, parseDiskLog, type DiskRecord } from './disk-log.ts';
import { readAllNumbers } from './read-all-numbers.ts';
import { createRandom, SEED } from './seed.ts';

const PROGRAM = fileURLToPath(new URL('append-forever.ts', import.meta.url));
const SHIM_SOURCE = fileURLToPath(new URL('power-cut-shim.c', import.meta.url));
/** So many confirmed batches are written down, unless the process ends before. */
const RECORDED_BATCHES = 150;
const BATCH = 20;
const COMPILER = 'gcc';

/** Fault test 2: the disk keeps all that was synced before the power went, and some part of the rest. */
export function describePowerCuts(cuts: number): void {
  const canCompile = process.platform === 'linux' && hasCompiler();
  describe.skipIf(!canCompile)(`power cuts (skipped without Linux and gcc; seed ${SEED})`, { timeout: 60_000 + cuts * 5000 }, () => {
    it(`lose no confirmed event: ${cuts} cuts`, async () => {
      // Checkpoints every few commits, so that cuts meet them.
      const { lost, confirmed } = await cutPower(cuts, 'wal_autocheckpoint = 50');
      expect(confirmed).toBeGreaterThan(0);
      expect(lost).toBe(0);
    });

    // What docs/storage.md says about NORMAL; it also shows that the cuts do lose what was not synced.
    it(`lose the last confirmed events with synchronous=NORMAL, and damage nothing: ${cuts} cuts`, async () => {
      const { lost } = await cutPower(cuts, 'synchronous = NORMAL');
      expect(lost).toBeGreaterThan(0);
    });
  });
}

interface Losses {
  readonly confirmed: number;
  readonly lost: number;
}

async function cutPower(cuts: number, pragma: string): Promise<Losses> {
  const folder = mkdtempSync(join(tmpdir(), 'vua-power-'));
  try {
    const records = await recordAppends(folder, pragma);
    const random = createRandom(SEED);
    const results: Losses[] = [];
    const ready = records.findIndex((record) => isAcknowledgement(record));
    for (let cut = 0; cut < cuts; cut += 1) {
      const at = ready + Math.floor(random() * (records.length - ready)) + 1;
      results.push(await lossesAfter(records.slice(0, at), join(folder, `cut-${cut}`), random));
    }
    return { confirmed: sum(results.map(({ confirmed }) => confirmed)), lost: sum(results.map(({ lost }) => lost)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function recordAppends(folder: string, pragma: string): Promise<readonly DiskRecord[]> {
  const [shim, log, watched] = [join(folder, 'shim.so'), join(folder, 'log'), join(folder, 'disk')];
  execFileSync(COMPILER, ['-shared', '-fPIC', '-O1', '-o', shim, SHIM_SOURCE, '-ldl', '-lpthread']);
  mkdirSync(watched);
  const args = [PROGRAM, join(watched, 'vua.sqlite'), '0', join(watched, 'acks'), pragma];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, LD_PRELOAD: shim, POWER_CUT_FOLDER: watched, POWER_CUT_LOG: log } });
  const exited = once(child, 'exit');
  while (child.exitCode === null && linesOf(join(watched, 'acks')) < RECORDED_BATCHES) await wait(20);
  child.kill('SIGKILL');
  await exited;
  return parseDiskLog(readFileSync(log));
}

async function lossesAfter(records: readonly DiskRecord[], folder: string, random: () => number): Promise<Losses> {
  mkdirSync(folder);
  const written = records.filter((record) => record.type === 'write' && isAcknowledgement(record)).map((record) => (record.type === 'write' ? Buffer.from(record.data).toString() : ''));
  const confirmed = written.join('').split('\n').filter((line) => /^\d+$/.test(line)).map(Number);
  for (const [path, file] of filesAfterPowerCut(records, random)) if (!path.endsWith('acks')) writeFileSync(join(folder, basename(path)), file);
  const database = await openSqlite(join(folder, 'vua.sqlite'));
  const stored = await readAllNumbers(createSqliteEventLog(database));
  await database.close();
  rmSync(folder, { recursive: true });
  return { confirmed: confirmed.length, lost: confirmed.filter((first) => !stored.has(first) || !stored.has(first + BATCH - 1)).length };
}

const isAcknowledgement = ({ path }: DiskRecord): boolean => path.endsWith('/acks');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const linesOf = (path: string): number => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').length : 0);

function hasCompiler(): boolean {
  try {
    execFileSync(COMPILER, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
