import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { estimateFromAnswers, loadBodyModel } from '@vua/models/body';
import { type EstimatedRow, readEstimates } from '../packages/models/training/size/read-estimates.ts';
import { evaluateSizes } from '../packages/models/training/size/size-evaluation.ts';
import { sizeTable } from '../packages/models/training/size/size-table.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

const HELP = `npm run eval:size -- --estimates FILE [--out FILE]

Advises sizes to the people whom eval:body measured, on charts of shirts, trousers and dresses graded by 6 and by 4 cm,
moved by every whole centimetre of a step, and compares with their true measurements: from pictures with mass and sex
(the headline), next to pictures and stature alone, to height and weight only, and to reading the table at the mean.
Nothing is random.

  --estimates FILE  what eval:body --out wrote, with truths
  --out FILE        write the result as JSON`;

const BODY_MODEL = join(REPOSITORY_ROOT, 'packages/models/artifacts/body/body.bin');

const { values } = parseArgs({ options: { estimates: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', default: false } } });

if (values.help) console.log(HELP);
else if (values.estimates === undefined || !existsSync(values.estimates)) fail(`--estimates must name a file that eval:body wrote\n\n${HELP}`);
else run(values.estimates);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

function run(file: string): void {
  const { people: rows } = JSON.parse(readFileSync(file, 'utf8')) as { readonly people: readonly EstimatedRow[] };
  if (rows.length === 0) return fail(`${file} has no people`);
  const model = loadBodyModel(new Uint8Array(readFileSync(BODY_MODEL)).buffer);
  const evaluation = evaluateSizes(readEstimates(rows), ({ truth: { profile } }) => estimateFromAnswers(profile, model));
  console.log(sizeTable(evaluation));
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(evaluation, undefined, 1)}\n`);
}
