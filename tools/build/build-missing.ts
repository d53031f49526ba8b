import { runCommand } from '../run-command.ts';
import { secondsSince } from '../seconds-since.ts';
import { dropStamp, hashInputs, isUpToDate, writeStamp } from './build-stamp.ts';
import { BUILD_STEPS, type BuildStep } from './build-steps.ts';

export interface BuildOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Run every step, up to date or not. */
  readonly force?: boolean;
  readonly steps?: readonly BuildStep[];
}

/** Runs the build steps whose inputs changed or whose outputs are gone; resolves with the first failing exit code, or 0. */
export async function buildMissing({ root, force = false, steps = BUILD_STEPS }: BuildOptions): Promise<number> {
  for (const step of steps) {
    if (!force && isUpToDate(root, step)) continue;
    // oxlint-disable-next-line no-await-in-loop -- a step reads what the one before it wrote
    const code = await runStep(root, step);
    if (code !== 0) return code;
  }
  return 0;
}

async function runStep(root: string, step: BuildStep): Promise<number> {
  console.log(`Building ${step.name} ...`);
  const startedMs = performance.now();
  const inputsSha256 = hashInputs(root, step);
  dropStamp(root, step);
  const code = await runCommand(process.execPath, step.script);
  if (code === 0) writeStamp(root, step, inputsSha256);
  console.log(code === 0 ? `Built ${step.name} in ${secondsSince(startedMs)}.` : `Building ${step.name} failed (exit code ${code}).`);
  return code;
}
