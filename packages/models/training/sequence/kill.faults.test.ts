import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SequenceManifest } from '@vua/models/sequence';
import { expect, it } from 'vitest';
import { seededRandom } from '../body/random.ts';
import { plantedSessions } from './testing/planted-log.ts';

const SCRIPT = fileURLToPath(new URL('train.ts', import.meta.url));
/** VUA_SEED plays a failed run again. */
const SEED = Number(process.env['VUA_SEED'] ?? Date.now() % 1_000_000_000);
const KILLS = 8;
const EPOCHS = 60;

/** `npm run train:sequence` with these arguments, always the same but for the folder. */
function train(data: string, out: string) {
  const args = ['--data', data, '--format', 'sessions', '--out', out, '--epochs', String(EPOCHS), '--minutes', '600', '--checkpoint-seconds', '0.2'];
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  return { child, printed: () => printed, ended: once(child, 'close').then(([code]) => code as number | null) };
}

function filesOf(out: string): Readonly<Record<string, string>> {
  const { files } = JSON.parse(readFileSync(join(out, 'deploy/manifest.json'), 'utf8')) as SequenceManifest;
  return Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(out, 'deploy', name)).toString('base64')]));
}

/** Steps from which parts of the run went on. */
const resumedAt = (printed: string): readonly number[] => [...printed.matchAll(/goes on from step (\d+)/g)].map(([, step]) => Number(step));

it(`a training that is killed ${KILLS} times and started again with the same command writes the files of one that was not, byte for byte (seed ${SEED})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vua-train-kill-'));
  const random = seededRandom(SEED);
  const [data, whole, killed] = [join(folder, 'log.txt'), join(folder, 'whole'), join(folder, 'killed')];
  writeFileSync(data, plantedSessions(1500, 60, 1).map(({ items }) => items.join(' ')).join('\n'));
  const startedMs = performance.now();
  const undisturbed = train(data, whole);
  expect(await undisturbed.ended).toBe(0);
  const wholeMs = performance.now() - startedMs;
  expect(resumedAt(undisturbed.printed())).toEqual([]);

  const steps: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { child, ended, printed } = train(data, killed);
    // The first in the middle for certain: a fifth of a second after it began to learn. The others anywhere, also while it reads, chooses or writes.
    if (kill === 0) while (child.exitCode === null && !existsSync(join(killed, 'checkpoints/learn.bin'))) await wait(5);
    else await wait(random() * wholeMs / 2);
    child.kill('SIGKILL');
    const code = await ended;
    steps.push(...resumedAt(printed()));
    // One that had ended before is done again from the start.
    expect(code === 0 ? filesOf(killed) : code).toEqual(code === 0 ? filesOf(whole) : null);
  }
  const last = train(data, killed);
  expect(await last.ended).toBe(0);
  steps.push(...resumedAt(last.printed()));
  const [, all] = /at most (\d+) steps/.exec(undisturbed.printed()) ?? [];
  expect(steps.filter((step) => step > 0 && step < Number(all)).length).toBeGreaterThan(0);
  expect(filesOf(killed)).toEqual(filesOf(whole));
  expect(existsSync(join(killed, 'checkpoints'))).toBe(false);
  rmSync(folder, { recursive: true });
});
