import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluateEvents } from '../packages/models/training/sequence/evaluate-events.ts';
import { evaluateModel } from '../packages/models/training/sequence/evaluate-model.ts';
import { fileHash } from '../packages/models/training/sequence/file-hash.ts';
import { type ModelContent, readModelFolder } from '../packages/models/training/sequence/model-folder.ts';
import { type LogFormat, readLogFile } from '../packages/models/training/sequence/read-log.ts';
import { readLines } from '../packages/models/training/sequence/read-lines.ts';
import { reportTable } from '../packages/models/training/sequence/report-table.ts';
import { type CasesReading, heldBackCases, prefixCases } from '../packages/models/training/sequence/test-cases.ts';

const HELP = `npm run eval:sequence -- --model DIR (--data FILE [--format NAME] [--protocol full|sampled] | --test FILE) [--out FILE] [--seed N]

Judges a trained sequence model, what ships, and the simple methods on the same questions.

  --model DIR      what train:sequence wrote
  --data FILE      the log it was trained on; only targets that were held back are asked for
  --format NAME    as train:sequence takes it (default: as trained)
  --protocol NAME  full: ranked among all items, those the user saw filtered out (default); sampled: among 100 unseen ones drawn
  --test FILE      lines of prefix, tab, target; ranked among all items, nothing filtered
  --out FILE       write the figures as JSON
  --seed N         of the drawn items (default 1)`;

const { values } = parseArgs({
  options: {
    model: { type: 'string' }, data: { type: 'string' }, format: { type: 'string' }, protocol: { type: 'string', default: 'full' }, test: { type: 'string' },
    out: { type: 'string' }, seed: { type: 'string', default: '1' }, help: { type: 'boolean', default: false },
  },
});
const { model, data, test, out, protocol } = values;
const seed = Number(values.seed);

if (values.help) console.log(HELP);
else if (model === undefined || !existsSync(model)) fail(`--model must name a folder\n\n${HELP}`);
else if ((data === undefined) === (test === undefined)) fail(`give either --data or --test\n\n${HELP}`);
else if (!existsSync(data ?? test ?? '')) fail(`there is no file ${data ?? test}`);
else if (protocol !== 'full' && protocol !== 'sampled') fail('--protocol must be full or sampled');
else if (!Number.isInteger(seed)) fail('--seed must be a whole number');
else await judge(readModelFolder(model), test === undefined ? protocol : 'unfiltered');

async function judge(content: ModelContent, ranked: 'full' | 'sampled' | 'unfiltered'): Promise<void> {
  const cases = await readCases(content);
  if (cases.status === 'refused') return fail(cases.reason);
  const report = {
    ...await evaluateModel(content, cases.cases, ranked, seed, (name) => process.stderr.write(`eval:sequence: ${name}\n`)),
    events: await evaluateEvents(content, cases.cases, cases.train),
  };
  if (out !== undefined) writeFileSync(out, `${JSON.stringify(report, undefined, 2)}\n`);
  console.log(reportTable(report));
}

async function readCases({ manifest, vocabulary }: ModelContent): Promise<CasesReading> {
  if (test !== undefined) return prefixCases(readLines(test), vocabulary);
  const reading = await readLogFile(data ?? '', (values.format ?? manifest.data.format) as LogFormat);
  return reading.status === 'refused' ? reading : heldBackCases(reading.log, await fileHash(data ?? ''), manifest);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
