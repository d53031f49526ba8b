import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MEASUREMENT_NAMES } from '../../src/body/measurement-name.ts';
import { WIDTH_NAMES } from '../../src/body/shape-variables.ts';
import { crossValidate, type FoldOutcome } from './cross-validate.ts';
import { fitSensors, readingsOfPerson } from './fit-sensors.ts';
import { fitShapes } from './fit-shapes.ts';
import { fitSpread } from './fit-spread.ts';
import { readPeople } from './people.ts';
import { traceExact } from './exact-pose.ts';
import { readSights } from './read-sights.ts';
import { sightRows } from './sight-rows.ts';
import { CUT_NAME, DATA_NAME, readProfiles } from './read-profiles.ts';
import { SENSOR_FILE } from './sensor-file.ts';

const HELP = `Learns how the pose model sees people whose truth is known, and writes training/body/sensors.json.
  node packages/models/training/body/sensors.ts --data DIR --full FILE --lite FILE | --exact [--folds N] [--seed N]

  --data DIR      folder with people/ and body-profiles/
  --full, --lite  what \`npm run read:people\` wrote of people/ with these weights
  --exact         takes the true masks and joints instead and only prints what they would reach
`;

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' }, full: { type: 'string' }, lite: { type: 'string' }, exact: { type: 'boolean', default: false }, folds: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' }, help: { type: 'boolean' } } });
  if (values.help === true || values.data === undefined || !(values.exact || (values.full !== undefined && values.lite !== undefined))) {
    process.stdout.write(HELP);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  const people = readPeople(join(values.data, 'people'));
  const profiles = readProfiles(values.data);
  const folder = join(values.data, 'people');
  const seen = values.exact ? traceExact(folder, people)
    : [...readSights(values.full ?? '', 'full', people), ...readSights(values.lite ?? '', 'lite', people)];
  process.stdout.write(`sensors: ${seen.length} sights of ${people.length} people, seed ${values.seed}\n`);
  const outcomes = crossValidate(seen, profiles, Number(values.folds), Number(values.seed));
  const metricsFor = (weights: FoldOutcome['weights'], withMass: boolean) => metricsOf(outcomes.filter((of) => of.weights === weights && of.withMass === withMass));
  const metrics = {
    folds: Number(values.folds), both: { statureOnly: metricsFor('both', false), withMassAndSex: metricsFor('both', true) },
    full: { statureOnly: metricsFor('full', false), withMassAndSex: metricsFor('full', true) },
    lite: { statureOnly: metricsFor('lite', false), withMassAndSex: metricsFor('lite', true) },
  };
  const sensors = fitSensors(seen, fitShapes(profiles, Number(values.seed)));
  const sights = seen.map((one) => sightRows(one.person.sex, readingsOfPerson(one, sensors[one.weights].cameras)));
  const text = JSON.stringify({ sensors, sights, spread: fitSpread(outcomes), metrics }, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value), 1);
  if (!values.exact) writeFileSync(SENSOR_FILE, `${text}\n`);
  process.stdout.write(`${JSON.stringify(metrics, undefined, 1)}\n`);
}

/** Mean absolute errors in cm of people left out, and how many were refused. */
function metricsOf(outcomes: readonly FoldOutcome[]): Record<string, number> {
  const mae = (error: (of: FoldOutcome) => number): number => {
    const errors = outcomes.map(error).filter(Number.isFinite);
    return Number((errors.reduce((sum, value) => sum + Math.abs(value), 0) / errors.length).toFixed(2));
  };
  const girths = MEASUREMENT_NAMES.map((name) => [name, mae(({ person, outcome }) =>
    (outcome.status === 'measured' ? (outcome.body.measurements[name]?.meanCm ?? NaN) - (person.measurements[DATA_NAME[name]] ?? NaN) : NaN))]);
  const widths = WIDTH_NAMES.flatMap((name) => [0, 1].map((k) => [`${name}${k === 0 ? 'Breadth' : 'Depth'}`, mae(({ person, outcome }) =>
    (outcome.status === 'measured' ? (outcome.widths[name][k] ?? NaN) - (person.torso_breadth_depth_cm[CUT_NAME[name]]?.[k] ?? NaN) : NaN))]));
  return { ...(Object.fromEntries([...girths, ...widths]) as Record<string, number>), refused: outcomes.filter(({ outcome }) => outcome.status === 'refused').length, n: outcomes.length };
}

main();
