import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { SequenceManifest } from '@vua/models/sequence';
import { strToU8, zipSync } from 'fflate';
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
const run = (...args: readonly string[]): Promise<{ readonly code: number | string; readonly printed: string; readonly errors: string }> => new Promise((resolve) => {
  execFile(process.execPath, [SCRIPT, ...args], (error, printed, errors) => resolve({ code: error?.code ?? 0, printed, errors }));
});

/** @param content of a log of pairs */
const trainOn = (name: string, content: string | Uint8Array, ...more: readonly string[]): ReturnType<typeof run> => {
  const data = join(folder, name);
  writeFileSync(data, content);
  return run('--data', data, '--format', 'pairs', '--out', out, ...more);
};
const train = (lines: readonly string[], ...more: readonly string[]): ReturnType<typeof run> => trainOn('log.txt', lines.join('\n'), ...more);

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

it.each([
  [['--dta', 'x'], "Unknown option '--dta'"], [['more'], "Unexpected argument 'more'"], [['--data'], "Option '--data <value>' argument missing"],
  [['--data', 'x', '--out', 'y', '--format', 'parquet'], '--format must be one of pairs, sessions, events, retailrocket, rees46, eshop'],
])('says in a line what is wrong with %j', async (args, reason) => {
  expect(await run(...args)).toEqual({ code: 2, printed: '', errors: `train:sequence: ${reason}; --help names the options\n` });
});

const whole = logWith(0).join('\n');
const zipped = zipSync({ 'log.txt': strToU8(whole) });
it.each([
  ['cut.gz', gzipSync(whole).subarray(0, -200)], ['damaged.gz', gzipSync(whole).fill(255, 60, 200)], ['none.gz', strToU8(whole)], ['empty.gz', new Uint8Array(0)],
  ['cut.zip', zipped.subarray(0, 300)], ['damaged.zip', Uint8Array.from(zipped).fill(255, 60, 200)],
])('says in a line that %s cannot be unpacked', async (name, content) => {
  const { code, errors } = await trainOn(name, content);
  expect([code, errors]).toEqual([2, expect.stringMatching(new RegExp(`^train:sequence: ${name}: it cannot be unpacked: it is cut off or damaged\n$`)) as string]);
});

it('says in a line what it cannot read, nor write', { timeout: 60_000 }, async () => {
  const { code, errors } = await run('--data', folder, '--format', 'pairs', '--out', out);
  expect([code, errors]).toEqual([2, expect.stringMatching(/^train:sequence: vua-train-\w+: EISDIR: illegal operation on a directory, read\n$/) as string]);
  const unwritable = await trainOn('good.txt', whole, '--out', join(SCRIPT, 'out'));
  expect([unwritable.code, unwritable.errors]).toEqual([1, expect.stringMatching(/^train:sequence: ENOTDIR: not a directory, mkdir [^\n]+\n$/) as string]);
});
