import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SequenceManifest } from '@vua/models/sequence';
import { afterAll, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('train.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vua-train-'));
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pairs of 40 users who walk a ring, after each third line one that is none. */
function logWith(wrong: number): readonly string[] {
  const right = Array.from({ length: 400 }, (_, line) => `user-${line % 40} item-${(line % 40 + Math.floor(line / 40)) % 12}`);
  return right.flatMap((text, line) => (line % 3 === 2 && (line + 1) / 3 <= wrong ? [text, 'three words here'] : [text]));
}

/** Runs the command as a process. */
const train = (lines: readonly string[], ...more: readonly string[]): Promise<{ readonly code: number | string; readonly printed: string; readonly errors: string }> => new Promise((resolve) => {
  const data = join(folder, 'log.txt');
  writeFileSync(data, lines.join('\n'));
  execFile(process.execPath, [SCRIPT, '--data', data, '--format', 'pairs', '--out', out, ...more], (error, printed, errors) => resolve({ code: error?.code ?? 0, printed, errors }));
});

const namedIn = (printed: string): readonly number[] => [...printed.matchAll(/line (\d+) left out: a line is "user item"/g)].map(([, line]) => Number(line));
const wrongIn = (lines: readonly string[]): readonly number[] => lines.flatMap((text, place) => (text === 'three words here' ? [place + 1] : []));

it('names every wrong line, leaves them out and trains on the others', { timeout: 60_000 }, async () => {
  const lines = logWith(100);
  const { code, printed, errors } = await train(lines, '--epochs', '1');
  expect([code, errors]).toEqual([0, '']);
  expect(namedIn(printed)).toEqual(wrongIn(lines));
  expect(namedIn(printed)).toHaveLength(100);
  const manifest = JSON.parse(readFileSync(join(out, 'deploy/manifest.json'), 'utf8')) as SequenceManifest;
  expect(manifest.data).toMatchObject({ skippedLines: 100, steps: 400, items: 12 });
});

it('refuses a file with one more, and names it too', { timeout: 60_000 }, async () => {
  const lines = logWith(101);
  const { code, printed, errors } = await train(lines);
  expect([code, errors]).toEqual([2, 'train:sequence: log.txt: more than 100 wrong lines\n']);
  expect(namedIn(printed)).toEqual(wrongIn(lines));
});
