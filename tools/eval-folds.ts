import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crossValidate, type FoldOutcome } from '../packages/models/training/body/cross-validate.ts';
import { evalSummary } from '../packages/models/training/body/eval-summary.ts';
import { evalTable } from '../packages/models/training/body/eval-table.ts';
import type { EvaluatedPerson } from '../packages/models/training/body/evaluated-person.ts';
import { fitSpread } from '../packages/models/training/body/fit-spread.ts';
import { readPeople as readTrainingPeople } from '../packages/models/training/body/people.ts';
import { readProfiles } from '../packages/models/training/body/read-profiles.ts';
import { readSights } from '../packages/models/training/body/read-sights.ts';
import { widenOutcome } from '../packages/models/training/body/widen-outcome.ts';
import type { EvalPerson } from './eval-body/eval-person.ts';
import { type PeopleManifest, readPeople } from './eval-body/read-people.ts';

const HELP = `npm run eval:folds -- --data DIR --full FILE --lite FILE [--weights both|full|lite] [--folds N] [--seed N] [--out FILE]

The figures of people never seen: each of the people of DIR/people is measured by a model whose shapes, correction, sensors and camera
priors know neither them nor any body descended from them. The factors on the intervals are the shipped ones, fitted on these very folds.

  --data DIR        folder with people/ and body-profiles/
  --full, --lite    what \`npm run read:people\` wrote of DIR/people with these weights
  --weights NAME    whose sightings are measured (default both, as the scan does)
  --out FILE        JSON in the format of eval:body, which \`npm run eval:size\` reads`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' }, full: { type: 'string' }, lite: { type: 'string' }, weights: { type: 'string', default: 'both' }, folds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' }, out: { type: 'string' }, help: { type: 'boolean', default: false },
  },
});
const { data, full, lite } = values;
if (values.help) console.log(HELP);
else if (data === undefined || full === undefined || lite === undefined || !['both', 'full', 'lite'].includes(values.weights)) {
  console.error(HELP);
  process.exitCode = 2;
} else {
  run(data, full, lite);
}

function run(folder: string, fullFile: string, liteFile: string): void {
  const people = readTrainingPeople(join(folder, 'people'));
  const seen = [...readSights(fullFile, 'full', people), ...readSights(liteFile, 'lite', people)];
  console.log(`folds: ${values.folds}, seed ${values.seed}, ${people.length} people, weights ${values.weights}`);
  const outcomes = crossValidate(seen, readProfiles(folder), Number(values.folds), Number(values.seed));
  const spread = fitSpread(outcomes);
  const chosen = outcomes.filter(({ weights }) => weights === values.weights).map((of): FoldOutcome => ({ ...of, outcome: widenOutcome(of.outcome, spread) }));
  const manifest = JSON.parse(readFileSync(join(folder, 'people/manifest.json'), 'utf8')) as PeopleManifest;
  const evaluation = evalSummary(readPeople(join(folder, 'people'), manifest).flatMap((person) => evaluated(person, chosen)), { calibration: 'synthetic' });
  console.log(evalTable(evaluation));
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(evaluation, undefined, 1)}\n`);
}

function evaluated({ id, measurements, widthTruth, groups }: EvalPerson, outcomes: readonly FoldOutcome[]): EvaluatedPerson[] {
  const of = (withMass: boolean) => outcomes.find((each) => each.person.id === id && each.withMass === withMass)?.outcome;
  const [statureOnly, withMass] = [of(false), of(true)];
  if (statureOnly === undefined) return [];
  return [{ id, statureOnly, withMass, ...(statureOnly.status === 'measured' && { seen: statureOnly.seen }), truth: measurements, widthTruth, groups }];
}
