import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BodyModel, loadBodyModel } from '@vua/models/body';
import { crossValidatedRows, randomFolds } from '../packages/models/training/body/answers/cross-validated-rows.ts';
import { evaluateQuestionnaire } from '../packages/models/training/body/answers/evaluate-questionnaire.ts';
import { questionnaireTable } from '../packages/models/training/body/answers/questionnaire-table.ts';
import { decodeTrainedRows, rowHash } from '../packages/models/training/body/answers/trained-rows.ts';
import { readCsv } from '../packages/models/training/body/read-csv.ts';
import { readAnsur, readAnsurRow, readNhanes, type SurveyRow } from '../packages/models/training/body/read-anthropometry.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

const HELP = `npm run eval:questionnaire -- --data CSV [--data CSV] [--out FILE] [--cross-validate [--nhanes DIR] [--leave-out COLUMN]] [--model DIR] [--seed N] [--hint-noise N]

Compares what height, weight, age and sex say of people with their tape measurements. CSV: columns of ANSUR II
(mm, weightkg = kg x 10, Age, Gender). Judges the shipped model, and says how many rows it was trained on; with
--cross-validate ten models that were each fitted without the rows they are judged on: the honest figures on rows
of the training. Also what a usual size in another brand and words about the body's shape would add, simulated.

  --data CSV         may be given more than once
  --cross-validate   ten folds, refitted from the given rows
  --nhanes DIR       with --cross-validate: folder with anthropometry/, as the shipped model is trained with NHANES too
  --leave-out COLUMN with --cross-validate: a fold is everybody with the same value there, such as Installation: places never seen
  --model DIR        folder with body.bin and trained-rows.bin (default: the shipped one)
  --seed N           of the folds and the simulation (default 1)
  --hint-noise N     simulated people err N times as much as the model assumes (default 1)
  --out FILE         write the result as JSON`;

const { values } = parseArgs({
  options: {
    'data': { type: 'string', multiple: true }, 'out': { type: 'string' }, 'cross-validate': { type: 'boolean', default: false }, 'nhanes': { type: 'string' }, 'leave-out': { type: 'string' },
    'model': { type: 'string', default: join(REPOSITORY_ROOT, 'packages/models/artifacts/body') },
    'seed': { type: 'string', default: '1' }, 'hint-noise': { type: 'string', default: '1' }, 'help': { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else if (values.data === undefined || !values.data.every((file) => existsSync(file))) fail(`--data must name a CSV file\n\n${HELP}`);
else if (values.nhanes !== undefined && !existsSync(join(values.nhanes, 'anthropometry'))) fail(`--nhanes must name a folder with anthropometry/\n\n${HELP}`);
else if (!Number.isInteger(Number(values.seed)) || !(Number(values['hint-noise']) >= 0)) fail('--seed must be a whole number, --hint-noise a number from 0');
else run(values.data, Number(values.seed));

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

function run(files: readonly string[], seed: number): void {
  const rows = files.flatMap((file) => readAnsur(file)).filter(isUsable);
  if (rows.length === 0) return fail('no row of --data has stature, weightkg, Age, Gender and the three girths');
  const shipped = loadBodyModel(new Uint8Array(readFileSync(join(values.model, 'body.bin'))).buffer);
  say(`${rows.length} people, seed ${seed}`);
  const training = trainingOverlap(rows);
  const evaluated = values['cross-validate'] ? crossValidated(rows, shipped, foldsOf(files, rows, seed)) : rows.map((row) => ({ row, model: shipped }));
  say('estimating');
  const evaluation = evaluateQuestionnaire(evaluated, seed, Number(values['hint-noise']));
  console.log(questionnaireTable(evaluation));
  const judged = values['cross-validate'] ? 'models fitted without the rows they are judged on' : 'the shipped model';
  console.log(`\njudged: ${judged}. ${training.note}`);
  const result = { ...evaluation, judged, seed, hintNoise: Number(values['hint-noise']), rowsInTraining: training.rows };
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, undefined, 1)}\n`);
}

function isUsable({ profile, measurements: { chest = NaN, waistNavel = NaN, hip = NaN } }: SurveyRow): boolean {
  return [profile.statureCm, profile.massKg, profile.ageYears, chest, waistNavel, hip].every((value) => value > 0);
}

/** How many of the rows the model was trained on; undefined where the model does not say. */
function trainingOverlap(rows: readonly SurveyRow[]): { rows: number | undefined; note: string } {
  const file = join(values.model, 'trained-rows.bin');
  if (!existsSync(file)) return { rows: undefined, note: `${file} is missing: whether the model was trained on these rows is not known.` };
  const trained = decodeTrainedRows(readFileSync(file));
  const seen = rows.filter((row) => trained.has(rowHash(row))).length;
  if (seen === 0 || values['cross-validate']) return { rows: seen, note: `The shipped model was trained on ${seen} of these ${rows.length} rows.` };
  return { rows: seen, note: `${seen} of these ${rows.length} rows WERE TRAINED ON: not figures of people never seen. Use --cross-validate for those.` };
}

type FoldOf = (row: SurveyRow) => string;

function foldsOf(files: readonly string[], rows: readonly SurveyRow[], seed: number): FoldOf {
  const column = values['leave-out'];
  if (column === undefined) return randomFolds(rows, 10, seed);
  const valueOf = new Map(files.flatMap((file) => readCsv(file).map((row) => [rowHash(readAnsurRow(row)), row[column] ?? ''] as const)));
  return (row) => valueOf.get(rowHash(row)) ?? '';
}

function crossValidated(rows: readonly SurveyRow[], shipped: BodyModel, foldOf: FoldOf) {
  const nhanes = values.nhanes === undefined ? [] : readNhanes(values.nhanes);
  return crossValidatedRows(rows, shipped, { foldOf, nhanes, onFold: (fold) => say(`fitting without fold ${fold}`) });
}

function say(line: string): void {
  console.error(`eval:questionnaire: ${line}`);
}
