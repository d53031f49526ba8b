import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { BuildStep } from './build-steps.ts';
import { listFiles } from './list-files.ts';

/** What a finished step leaves behind: from what it was made, and what it made. */
interface BuildStamp {
  readonly inputsSha256: string;
  /** Path -> bytes. */
  readonly outputs: Readonly<Record<string, number>>;
}

/** True when the step's inputs are those of its last run and all it wrote is still there. */
export function isUpToDate(root: string, step: BuildStep): boolean {
  const stamp = readStamp(root, step);
  if (stamp === undefined || Object.keys(stamp.outputs).length === 0) return false;
  const complete = Object.entries(stamp.outputs).every(([path, bytes]) => statSync(join(root, path), { throwIfNoEntry: false })?.size === bytes);
  return complete && stamp.inputsSha256 === hashInputs(root, step);
}

/** Notes that the step has just run on `inputsSha256`. */
export function writeStamp(root: string, step: BuildStep, inputsSha256: string): void {
  const files = step.outputs.flatMap((output) => listFiles(join(root, output)));
  const outputs = Object.fromEntries(files.map((file) => [relative(root, file), statSync(file).size]));
  const path = stampPath(root, step);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ inputsSha256, outputs } satisfies BuildStamp));
}

/** Makes the step run again, also when it fails half-way. */
export function dropStamp(root: string, step: BuildStep): void {
  rmSync(stampPath(root, step), { force: true });
}

/**
 * SHA-256 over names and bytes of the inputs, tests excepted. Bytes, not times: git and npm touch files without changing them.
 */
export function hashInputs(root: string, step: BuildStep): string {
  const hash = createHash('sha256').update(JSON.stringify(step.script));
  for (const file of step.inputs.flatMap((input) => listFiles(join(root, input)))) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function readStamp(root: string, step: BuildStep): BuildStamp | undefined {
  try {
    return JSON.parse(readFileSync(stampPath(root, step), 'utf8')) as BuildStamp;
  } catch {
    return undefined;
  }
}

function stampPath(root: string, step: BuildStep): string {
  return join(root, 'node_modules/.cache/vua-build', `${step.name.replaceAll(' ', '-')}.json`);
}
