import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCatalog, simulate } from '../packages/demo/src/simulator/index.ts';
import { evaluateEvents } from '../packages/models/training/sequence/evaluate-events.ts';
import { LONG_STEPS, evaluateModel } from '../packages/models/training/sequence/evaluate-model.ts';
import { fileHash } from '../packages/models/training/sequence/file-hash.ts';
import type { GainOverSimple } from '../packages/models/training/sequence/gain-over-simple.ts';
import { makeModel } from '../packages/models/training/sequence/make-model.ts';
import { readModelFolder } from '../packages/models/training/sequence/model-folder.ts';
import { readLogFile } from '../packages/models/training/sequence/read-log.ts';
import { type UnseenLog, gainShare, gainText } from '../packages/models/training/sequence/render-unseen.ts';
import { heldBackCases } from '../packages/models/training/sequence/test-cases.ts';
import { writeLog } from './simulate/write-log.ts';

const HELP = `npm run eval:simulated -- [--seeds 12,13,14,15] [--minutes N] [--out FILE]

Trains a sequence model on simulated logs that nothing was chosen on, and sets what ships beside the simple method that is
best on each: on all questions that were held back, and on those with ${LONG_STEPS} steps before them and more.

  --seeds LIST   of the simulator; the shop's size goes by the seed (default 12,13,14,15; 1, 2, 3 and 11 were looked at in development)
  --minutes N    wall time of each training at most (default 10)
  --out FILE     write the figures so far as JSON after each log, for card:sequence --unseen`;

/** By the remainder of the seed. Small, so that a training takes a few minutes; made catalogs. */
const SHOPS: readonly UnseenLog['shop'][] = [{ items: 600, shoppers: 1500, days: 60 }, { items: 1500, shoppers: 4000, days: 40 }, { items: 250, shoppers: 1000, days: 90 }];
/** 2026-01-01, in days since 1970. */
const START_DAY = 20_454;

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '12,13,14,15' }, minutes: { type: 'string', default: '10' }, out: { type: 'string' }, help: { type: 'boolean', default: false } } });
const [seeds, minutes] = [values.seeds.split(',').map(Number), Number(values.minutes)];

if (values.help) console.log(HELP);
else if (!seeds.every((seed) => Number.isInteger(seed) && seed >= 0) || !(minutes > 0)) fail(`--seeds must be whole numbers, --minutes above 0\n\n${HELP}`);
else await judgeAll();

async function judgeAll(): Promise<void> {
  const logs: UnseenLog[] = [];
  for (const seed of seeds) {
    const log = await judge(seed);
    if (typeof log === 'string') return fail(`seed ${seed}: ${log}`);
    logs.push(log);
    if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(logs, undefined, 2)}\n`);
    const { methods: { shipped }, shipped: name, gain, longGain } = log.report;
    console.log(`seed ${seed}, ${log.shop.items} items: ships ${name}, NDCG@10 ${shipped.ndcg10.toFixed(4)}\n  all: ${describe(gain)}${longGain === undefined ? '' : `\n  ${LONG_STEPS} steps and more: ${describe(longGain)}`}`);
  }
}

function describe(gain: GainOverSimple): string {
  return `${gainText(gain)} (${gainShare(gain)}) over ${gain.over}, the best simple method on these ${gain.n} questions`;
}

/** The figures of one log, or why there are none. */
async function judge(seed: number): Promise<UnseenLog | string> {
  const folder = mkdtempSync(join(tmpdir(), 'vua-simulated-'));
  const [shop, data] = [SHOPS[seed % SHOPS.length] ?? { items: 600, shoppers: 1500, days: 60 }, join(folder, 'log.ndjson')];
  try {
    const options = { ...shop, seed, startDay: START_DAY };
    await writeLog(data, simulate({ ...options, items: makeCatalog(options) }));
    const reading = await readLogFile(data, 'events');
    if (reading.status === 'refused') return reading.reason;
    const made = await makeModel(reading.log, await fileHash(data), { data, out: folder, format: 'events', split: 'last-days', minutes, epochs: 80, tunes: false, seed: 1, checkpointSeconds: 30 }, { say, onProgress: () => undefined });
    if (made.status === 'refused') return made.reason;
    const content = readModelFolder(folder);
    const held = heldBackCases(reading.log, await fileHash(data), content.manifest);
    if (held.status === 'refused') return held.reason;
    const report = await evaluateModel(content, held.cases, 'full', 1, () => undefined);
    return { seed, shop, report: { ...report, events: await evaluateEvents(content, held.cases, held.train) } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(line: string): void {
  process.stderr.write(`eval:simulated: ${line}\n`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
