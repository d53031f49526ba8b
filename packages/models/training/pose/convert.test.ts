import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';

const run = promisify(execFile);
const ARTIFACTS = join(import.meta.dirname, '../../artifacts/pose');
let folder = '';

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'vua-weights-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const convert = (...extra: string[]) => run(process.execPath, [join(import.meta.dirname, 'convert.ts'), '--out', folder, ...extra]);

it('leaves weights alone that are what the manifest says', async () => {
  cpSync(ARTIFACTS, folder, { recursive: true });
  expect((await convert()).stdout).toBe('weights are up to date\n');
});

it('stops when a file comes out other than the manifest says, and writes none', async () => {
  const manifest = JSON.parse(readFileSync(join(ARTIFACTS, 'manifest.json'), 'utf8')) as Record<string, { sha256: string; bytes: number }>;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, 'lite-half.bin': { sha256: 'f'.repeat(64), bytes: 1 } }));
  await expect(convert()).rejects.toThrow(/lite-half\.bin came out as [0-9a-f]{64}, the manifest says ffff/);
}, 60_000);

it('explains itself', async () => {
  expect((await convert('--help')).stdout).toContain('npm run build:weights');
});
