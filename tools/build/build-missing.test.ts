import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildMissing } from './build-missing.ts';
import type { BuildStep } from './build-steps.ts';

let root = '';
let said: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vua-build-'));
  mkdirSync(join(root, 'in'));
  writeFileSync(join(root, 'in/a.txt'), 'one');
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

// Copies the input, so that the output tells which input it was made from.
const step = (): BuildStep => ({
  name: 'copy', inputs: ['in'], outputs: ['out'],
  script: ['-e', `const fs = require('fs'); fs.mkdirSync(${JSON.stringify(join(root, 'out'))}, { recursive: true }); fs.copyFileSync(${JSON.stringify(join(root, 'in/a.txt'))}, ${JSON.stringify(join(root, 'out/b.txt'))})`],
});
const build = async (steps: readonly BuildStep[] = [step()]): Promise<number> => {
  said.length = 0;
  return buildMissing({ root, steps });
};
const output = (): string => readFileSync(join(root, 'out/b.txt'), 'utf8');

it('builds what is missing, and nothing the second time', async () => {
  expect(await build()).toBe(0);
  expect(output()).toBe('one');
  expect(said).toHaveLength(2);
  expect(await build()).toBe(0);
  expect(said).toEqual([]);
});

it('builds again when the bytes of an input change', async () => {
  await build();
  writeFileSync(join(root, 'in/a.txt'), 'two');
  await build();
  expect(output()).toBe('two');
});

it('does not mind tests, nor files that were only touched', async () => {
  await build();
  writeFileSync(join(root, 'in/a.txt'), 'one');
  writeFileSync(join(root, 'in/a.test.ts'), 'new');
  await build();
  expect(said).toEqual([]);
});

it('builds again when an output is gone', async () => {
  await build();
  rmSync(join(root, 'out/b.txt'));
  await build();
  expect(output()).toBe('one');
});

it('stops at a step that fails, and tries it again next time', async () => {
  const failing: BuildStep = { ...step(), name: 'broken', script: ['-e', 'process.exit(3)'] };
  expect(await build([failing, step()])).toBe(3);
  expect(said.at(-1)).toContain('exit code 3');
  expect(await build([failing])).toBe(3);
});
