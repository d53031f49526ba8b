import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { SequenceReport } from '../packages/models/training/sequence/evaluate-model.ts';
import type { UnseenLog } from '../packages/models/training/sequence/render-unseen.ts';
import { type CardPart, renderCard } from '../packages/models/training/sequence/render-card.ts';

const HELP = `npm run card:sequence -- --report "NAME=FILE" [--report "NAME=FILE" ...] [--unseen FILE] [--out FILE] [--noise TEXT]

Writes the model card of the sequence model from what eval:sequence wrote.

  --report NAME=FILE  a report and under which name it stands; the same name again: another seed
  --unseen FILE       what eval:simulated wrote
  --out FILE          default docs/model-cards/sequence.md
  --noise TEXT        what else ran on the machine (default: nothing said)`;

const WORDS = new URL('../packages/models/training/sequence/card/', import.meta.url);

const { values: { report = [], unseen, out, noise, help } } = parseArgs({
  options: { report: { type: 'string', multiple: true }, unseen: { type: 'string' }, out: { type: 'string', default: 'docs/model-cards/sequence.md' }, noise: { type: 'string', default: '' }, help: { type: 'boolean', default: false } },
});

if (help) console.log(HELP);
else if (report.length === 0) fail(`give at least one --report\n\n${HELP}`);
else write();

function write(): void {
  const named = report.map((text) => ({ name: text.slice(0, text.lastIndexOf('=')), file: text.slice(text.lastIndexOf('=') + 1) }));
  const missing = named.find(({ name, file }) => name === '' || !existsSync(file));
  if (missing !== undefined) return fail(`a report is "NAME=FILE"; there is no file ${missing.file}`);
  if (unseen !== undefined && !existsSync(unseen)) return fail(`there is no file ${unseen}`);
  const parts = [...new Set(named.map(({ name }) => name))].map((name): CardPart => ({ name, reports: named.filter((one) => one.name === name).map(({ file }) => readReport(file)) }));
  const made = `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, one core, Node ${process.versions.node}${noise === '' ? '' : `; ${noise}`}`;
  writeFileSync(out, renderCard(parts, unseen === undefined ? [] : readUnseen(unseen), { head: readFileSync(new URL('head.md', WORDS), 'utf8'), limits: readFileSync(new URL('limits.md', WORDS), 'utf8'), made }));
  console.log(`card:sequence: ${out}`);
}

function readReport(file: string): SequenceReport {
  return JSON.parse(readFileSync(file, 'utf8')) as SequenceReport;
}

function readUnseen(file: string): readonly UnseenLog[] {
  return JSON.parse(readFileSync(file, 'utf8')) as readonly UnseenLog[];
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
