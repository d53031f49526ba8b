import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FINE_TUNING, type FineTuning, shippedName } from '@vua/models/sequence';
import { seededRandom } from '../packages/models/training/body/random.ts';
import { shuffle } from '../packages/models/training/sequence/derived-random.ts';
import { evaluateFineTuning } from '../packages/models/training/sequence/evaluate-fine-tuning.ts';
import { fileHash } from '../packages/models/training/sequence/file-hash.ts';
import { readModelFolder } from '../packages/models/training/sequence/model-folder.ts';
import { type LogFormat, readLogFile } from '../packages/models/training/sequence/read-log.ts';
import { type SequenceCase, splitLog } from '../packages/models/training/sequence/split-log.ts';
import { heldBackCases } from '../packages/models/training/sequence/test-cases.ts';

const HELP = `npm run eval:finetune -- --model DIR --data FILE [--users N] [--on test|validation] [--steps N] [--rate R] [--part encoder|all] [--seed N] [--out FILE]

Tunes a trained sequence model to each of N people's own history, as a device may, and says what that does to what ships:
NDCG@10 of the held-back item among all items but those seen, with a 95 % bootstrap interval of the gain. What is on when
the SDK ships follows from the interval: it must lie above 0.

  --model DIR    what train:sequence wrote
  --data FILE    the log it was trained on
  --users N      drawn people (default 1000)
  --on NAME      test (default), or validation, to choose the settings on
  --steps N, --rate R, --part NAME   as the device has them unless given (${FINE_TUNING.steps}, ${FINE_TUNING.rate}, ${FINE_TUNING.part})
  --seed N       of the drawn people and of the interval (default 1)
  --out FILE     write the figures as JSON`;

const { values } = parseArgs({
  options: {
    model: { type: 'string' }, data: { type: 'string' }, users: { type: 'string', default: '1000' }, on: { type: 'string', default: 'test' }, seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: String(FINE_TUNING.steps) }, rate: { type: 'string', default: String(FINE_TUNING.rate) }, part: { type: 'string', default: FINE_TUNING.part },
    out: { type: 'string' }, help: { type: 'boolean', default: false },
  },
});
const { model, data, on, part, out } = values;
const [users, seed, steps, rate] = [Number(values.users), Number(values.seed), Number(values.steps), Number(values.rate)];

if (values.help) console.log(HELP);
else if (model === undefined || !existsSync(model) || data === undefined || !existsSync(data)) fail(`--model and --data must name what is there\n\n${HELP}`);
else if (on !== 'test' && on !== 'validation') fail('--on must be test or validation');
else if (part !== 'encoder' && part !== 'all') fail('--part must be encoder or all');
else if (![users, steps].every((count) => Number.isInteger(count) && count > 0) || !Number.isInteger(seed) || !(rate > 0)) fail('--users, --steps and --seed must be whole numbers, --rate above 0');
else await judge(model, data, { ...FINE_TUNING, steps, rate, part });

async function judge(folder: string, file: string, settings: FineTuning): Promise<void> {
  const content = readModelFolder(folder);
  const reading = await readLogFile(file, content.manifest.data.format as LogFormat);
  if (reading.status === 'refused') return fail(reading.reason);
  const held = heldBackCases(reading.log, await fileHash(file), content.manifest);
  if (held.status === 'refused') return fail(held.reason);
  const cases: SequenceCase[] = on === 'test' ? [...held.cases] : [...splitLog(reading.log.sequences, 'leave-one-out').validation];
  shuffle(cases, seededRandom(seed));
  const drawn = cases.slice(0, users);
  const figures = await evaluateFineTuning(content, drawn, settings, seed, () => performance.now(), (done) => { if (done % 100 === 0) process.stderr.write(`eval:finetune: ${done} of ${drawn.length}\n`); });
  if (out !== undefined) writeFileSync(out, `${JSON.stringify({ ...figures, settings, on, shipped: shippedName(content.manifest.shipped) }, undefined, 2)}\n`);
  const { ndcg10, gain } = figures;
  console.log(`${figures.n} people (${on}), ${figures.tuned} of them tuned to: ${settings.steps} steps at ${settings.rate}, ${settings.part}; ${figures.tuningMs.toFixed(0)} ms each`);
  console.log(`NDCG@10 of ${shippedName(content.manifest.shipped)}: ${ndcg10.before.toFixed(4)} before, ${ndcg10.after.toFixed(4)} after; gain ${gain.mean.toFixed(5)}, 95 % from ${gain.low.toFixed(5)} to ${gain.high.toFixed(5)}`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
