import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BodyProfile, MeasureOutcome, Sex } from '@vua/models/body';
import { type EvaluatedPerson, evalSummary } from '../packages/models/training/body/eval-summary.ts';
import { evalTable } from '../packages/models/training/body/eval-table.ts';
import type { ScanOutcome } from '../packages/sdk/src/worker/index.ts';
import { type OpenScanLab, openScanLab } from './scan-lab/open-scan-lab.ts';

const HELP = `npm run eval:body -- --data DIR [--out FILE] [--calibration field|synthetic] [--weights lite|full]

Measures the people of DIR/manifest.json from their pictures, through the built worker in Chromium:
once from pictures and stature, once with mass and sex too. Compares with the truths that the manifest has.

  --data DIR            folder with manifest.json and the pictures
  --calibration NAME    default: synthetic when the manifest names a synthetic generator, else field
  --weights NAME        landmark weights (default full)
  --out FILE            write the result as JSON`;

/** DIR/manifest.json. Only stature is needed. */
interface PeopleManifest {
  readonly generator?: string | { readonly kind?: string };
  readonly people: readonly ManifestPerson[];
}

interface ManifestPerson {
  readonly id: string;
  readonly sex?: Sex;
  readonly front: string;
  readonly side: string;
  readonly measurements: Readonly<Record<string, number>> & { readonly stature_cm: number; readonly mass_kg?: number };
  readonly torso_breadth_depth_cm?: Readonly<Record<string, readonly [number, number]>>;
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' }, out: { type: 'string' }, calibration: { type: 'string' },
    weights: { type: 'string', default: 'full' }, help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else if (values.data === undefined || !existsSync(join(values.data, 'manifest.json'))) fail(`--data must name a folder with a manifest.json\n\n${HELP}`);
else if (values.weights !== 'lite' && values.weights !== 'full') fail(`--weights must be lite or full, got ${values.weights}`);
else await run(resolve(values.data), values.weights);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

async function run(folder: string, weights: 'lite' | 'full'): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as PeopleManifest;
  const calibration = calibrationOf(manifest);
  if (calibration === undefined) return fail(`--calibration must be field or synthetic, got ${values.calibration}`);
  const lab = await openScanLab(folder);
  try {
    console.error(`engine: ${JSON.stringify(await lab.call('open', { engine: 'wasm', weights, calibration }))}`);
    const people: EvaluatedPerson[] = [];
    for (const [index, person] of manifest.people.entries()) {
      if (process.stderr.isTTY || index % 10 === 0) process.stderr.write(`\r${index + 1}/${manifest.people.length} ${person.id}   `);
      people.push(await measurePerson(lab, folder, person));
    }
    process.stderr.write('\n');
    const evaluation = evalSummary(people, calibration);
    console.log(evalTable(evaluation));
    if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(evaluation, undefined, 1)}\n`);
  } finally {
    await lab.close();
  }
}

function calibrationOf({ generator }: PeopleManifest): 'field' | 'synthetic' | undefined {
  const { calibration } = values;
  if (calibration === 'field' || calibration === 'synthetic') return calibration;
  if (calibration !== undefined) return undefined;
  return /photo|camera|real/i.test(JSON.stringify(generator ?? 'photo')) ? 'field' : 'synthetic';
}

async function measurePerson(lab: OpenScanLab, folder: string, person: ManifestPerson): Promise<EvaluatedPerson> {
  const { stature_cm: statureCm, mass_kg: massKg } = person.measurements;
  const profiles: BodyProfile[] = [{ statureCm }];
  if (massKg !== undefined || person.sex !== undefined) profiles.push({ statureCm, massKg, sex: person.sex });
  const [statureOnly, withMass] = await lab.call('measure', `/pictures/${person.front}`, `/pictures/${person.side}`, profiles);
  if (statureOnly === undefined) throw new Error(`${person.id} gave no outcome`);
  return {
    id: person.id,
    statureOnly: outcomeOf(statureOnly),
    ...(withMass && { withMass: outcomeOf(withMass) }),
    truth: person.measurements,
    widthTruth: person.torso_breadth_depth_cm ?? widthTruthOf(folder, person.id),
    ...(person.sex && { groups: { sex: person.sex } }),
  };
}

function outcomeOf(outcome: ScanOutcome): MeasureOutcome {
  if (outcome.status === 'refused') return outcome;
  if (outcome.widths === undefined) throw new Error('the worker gave no widths');
  return { status: 'measured', body: outcome.body, widths: outcome.widths };
}

/** The development set keeps breadths and depths in a file of each person. */
function widthTruthOf(folder: string, id: string): EvaluatedPerson['widthTruth'] {
  const path = join(folder, `${id}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ManifestPerson).torso_breadth_depth_cm : undefined;
}
