import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CalibrationName } from '@vua/models/body';
import { evalSummary } from '../packages/models/training/body/eval-summary.ts';
import { evalTable } from '../packages/models/training/body/eval-table.ts';
import type { EvalPerson } from './eval-body/eval-person.ts';
import { measurePeople } from './eval-body/measure-people.ts';
import { type EvalBodyOptions, HELP, readOptions } from './eval-body/options.ts';
import type { Perturbation } from './eval-body/perturbation.ts';
import { PERTURBATIONS } from './eval-body/perturbations.ts';
import { progressBar } from './eval-body/progress-bar.ts';
import { type PeopleManifest, readPeople } from './eval-body/read-people.ts';
import { type OpenScanLab, openScanLab } from './scan-lab/open-scan-lab.ts';

const read = readOptions(process.argv.slice(2));
if (read.ok === 'help') console.log(HELP);
else if (!read.ok) fail(`${read.message}\n\n${HELP}`);
else await run(read.options);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

async function run(options: EvalBodyOptions): Promise<void> {
  const folder = resolve(options.data);
  if (!existsSync(join(folder, 'manifest.json'))) return fail(`--data must name a folder with a manifest.json\n\n${HELP}`);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as PeopleManifest;
  const perturbation = options.perturb && PERTURBATIONS[options.perturb];
  const people = readPeople(folder, manifest).slice(0, options.people ?? perturbation?.people);
  const lacking = perturbation && firstLacking(people, perturbation);
  if (lacking !== undefined) return fail(`--perturb ${options.perturb} ${lacking}`);
  const evaluation = await evaluate(folder, people, manifest, options, perturbation);
  console.log(evalTable(evaluation));
  if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(evaluation, undefined, 1)}\n`);
}

/** Masks, cameras and joints are there in development sets only. */
function firstLacking(people: readonly EvalPerson[], perturbation: Perturbation): string | undefined {
  for (const person of people) {
    const missing = perturbation.missing?.(person);
    if (missing !== undefined) return `needs ${missing} beside the pictures (views in ID.json, as development sets have); ${person.id} has none`;
  }
  return undefined;
}

async function evaluate(folder: string, people: readonly EvalPerson[], manifest: PeopleManifest, options: EvalBodyOptions, perturbation: Perturbation | undefined) {
  const { weights, seed, perturb } = options;
  const calibration = options.calibration ?? calibrationOf(manifest);
  const labs: OpenScanLab[] = [];
  try {
    for (let i = 0; i < Math.min(options.jobs, people.length); i++) labs.push(await openScanLab(folder));
    for (const lab of labs) console.error(`engine: ${JSON.stringify(await lab.call('open', { engine: 'wasm', weights, calibration }))}`);
    const measured = await measurePeople(labs, { people, perturbation, seed, onCapture: progress() });
    return evalSummary(measured, {
      calibration,
      peopleMeasured: { n: people.length, of: manifest.people.length },
      ...(perturb && perturbation && { perturbation: { name: perturb, distribution: perturbation.distribution, seed, captures: perturbation.captures } }),
    });
  } finally {
    await Promise.all(labs.map((lab) => lab.close()));
  }
}

function calibrationOf({ generator }: PeopleManifest): CalibrationName {
  return /photo|camera|real/i.test(JSON.stringify(generator ?? 'photo')) ? 'field' : 'synthetic';
}

/** A bar that is drawn over on a terminal, and a line at every tenth elsewhere. */
function progress(): (done: number, of: number) => void {
  const startedMs = performance.now();
  let tenths = 0;
  return (done, of) => {
    const bar = progressBar(done, of, startedMs, performance.now());
    if (process.stderr.isTTY) process.stderr.write(`\r${bar}\u001B[K${done === of ? '\n' : ''}`);
    else if (Math.floor((10 * done) / of) > tenths) {
      tenths = Math.floor((10 * done) / of);
      process.stderr.write(`${bar}\n`);
    }
  };
}
