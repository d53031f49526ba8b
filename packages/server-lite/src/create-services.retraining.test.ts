import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VuaEvent } from '@vua/models/contracts';
import { MODEL_FILES, createEngine, createShippedScorer, type OpenedModel } from '@vua/models/sequence';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServices, type CreatedServices } from './create-services.ts';
import { SAMPLE_TIME_MS, sampleEvent, sampleId } from './ingest/testing/sample-events.ts';
import { noLimits } from './http/testing/open-guarded-app.ts';
import { createDatabaseModelFiles, createDatabaseModels, createTrainer } from './registry/index.ts';
import { openSequenceModel } from './registry/read-sequence-model.ts';
import { sampleSequenceModel } from './registry/testing/sample-model.ts';
import type { SqliteDatabase } from './storage/open-sqlite.ts';
import { createSqliteEventLog } from './storage/sqlite-event-log.ts';
import { openTestSqlite } from './storage/testing/test-databases.ts';
import { createRandom } from './storage/testing/seed.ts';
import { memoryStores } from './testing/memory-app.ts';

const SCRIPT = fileURLToPath(new URL('../../models/training/sequence/train.ts', import.meta.url));
const DAY_MS = 86_400_000;
const ITEMS = 24;
const SESSIONS = 400;
const SHOP = { tenantId: 'demo', kind: 'sequence' } as const;

const folder = mkdtempSync(join(tmpdir(), 'vua-weekly-'));
const workFolder = join(folder, 'training');
let database: SqliteDatabase;
let services: CreatedServices;
let nowMs = SAMPLE_TIME_MS + 1000;
let old: string;

/** Shoppers who walk a ring of items, one step after another. */
function walks(): readonly VuaEvent[] {
  const random = createRandom(1);
  return Array.from({ length: SESSIONS }, (_, session) => {
    const [start, length, anonymousId, sessionId] = [Math.floor(random() * ITEMS), 4 + Math.floor(random() * 4), sampleId(), sampleId()];
    return Array.from({ length }, (_one, step) => sampleEvent({
      id: sampleId(), anonymousId, sessionId, timeMs: SAMPLE_TIME_MS - 2_000_000 + 4000 * session + 500 * step,
      data: { item: { itemId: `item-${(start + step) % ITEMS}`, category: 'shirts', price: { amountMinor: 650_000, currency: 'VND' } } },
    }));
  }).flat();
}

async function runJob(name: string): Promise<void> {
  const job = services.jobs.find((one) => one.name === name);
  if (job === undefined) throw new Error(`there is no job ${name}`);
  await job.run(new AbortController().signal);
}

const statuses = async (): Promise<readonly string[]> => (await services.models.list(SHOP)).map(({ version, status, canaryShare = '', trialSinceMs }) => `${version === old ? 'old' : 'trained'} ${status} ${canaryShare}${trialSinceMs === undefined ? '' : ' on trial'}`.replace(/ +/g, ' ').trim()).sort();

/** What a device of this bucket loads, opened as it does. */
async function loadAs(bucket: number): Promise<OpenedModel> {
  const record = await services.models.findActive(SHOP, bucket);
  if (record === undefined) throw new Error('there is nothing to load');
  const contents = new Map<string, Uint8Array>();
  for (const name of Object.values(MODEL_FILES)) contents.set(name, (await services.models.readFile(SHOP, record.version, name))?.bytes ?? new Uint8Array(0));
  const model = openSequenceModel(record.manifest, contents);
  if (model === undefined) throw new Error('it cannot be opened');
  return model;
}

function bestAfter(model: OpenedModel, itemIds: readonly string[]): string | undefined {
  const { shape } = model.manifest;
  const scores = new Float32Array(shape.items);
  createShippedScorer(model, createEngine(shape, model.parameters, model.unknown))({ items: Int32Array.from(itemIds, (id) => model.vocabulary.indexOf(id)), sides: {} }, scores);
  return model.vocabulary[scores.indexOf(Math.max(...scores))];
}

beforeAll(async () => {
  database = await openTestSqlite();
  const clock = (): number => nowMs;
  const stores = memoryStores({ events: createSqliteEventLog(database, {}, clock), models: createDatabaseModels(database), modelFiles: createDatabaseModelFiles(database) });
  services = createServices(stores, {
    guard: { authenticator: { findSite: async () => undefined, findBearer: async () => undefined }, limiter: noLimits }, clock,
    // Three seconds of training: enough for a ring.
    retraining: { minutes: 0.05, leastEvents: 1000, workFolder, runTrainer: createTrainer(SCRIPT), listTenants: async () => [SHOP.tenantId] },
  });
  const events = walks();
  for (let from = 0; from < events.length; from += 100) {
    const outcome = await services.ingest.takeEvents(SHOP.tenantId, { sentAtMs: nowMs, events: events.slice(from, from + 100) });
    if (outcome.status !== 'stored' || outcome.receipt.rejected.length > 0) throw new Error(`events were not taken: ${JSON.stringify(outcome)}`);
  }
  // A model that shows nobody anything.
  const weak = sampleSequenceModel(1, { ndcg10: 0.01, coverage: 0.05, gini: 0.9 });
  old = weak.manifest.version;
  await services.models.register(SHOP.tenantId, weak);
  await services.models.switch(SHOP, { type: 'activate', version: old });
  nowMs += 2 * DAY_MS;
  await runJob('retrain-sequence');
}, 120_000);

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

it('trains on the shop\'s own events in a process of its own, and a tenth of the devices gets the result', async () => {
  expect(await statuses()).toEqual(['old active', 'trained canary 0.1 on trial']);
  expect(existsSync(workFolder)).toBe(false);
});

it('nothing of the log is held back from it, and the gate has its figures for items not seen yet', async () => {
  const { manifest, partner } = await loadAs(99);
  expect(manifest).toMatchObject({ split: 'all', data: { sequences: SESSIONS }, validation: { filtersSeen: true, shipped: { ndcg10: expect.any(Number) as number, coverage: expect.any(Number) as number } } });
  expect(manifest.validation.cases).toBeGreaterThan(0);
  // All steps, those of the last tenth as well.
  expect(partner.counts.reduce((sum, count) => sum + count, 0)).toBe(manifest.data.steps);
});

it('a device opens it, and it knows what comes next', async () => {
  const model = await loadAs(99);
  expect([...model.vocabulary].sort()).toEqual(Array.from({ length: ITEMS }, (_, item) => `item-${item}`).sort());
  expect(bestAfter(model, ['item-3', 'item-4', 'item-5'])).toBe('item-6');
});

it('the other devices keep theirs, until the trial has ended well', async () => {
  expect((await loadAs(100)).manifest.version).toBe(old);
  await runJob('watch-canaries');
  expect((await loadAs(100)).manifest.version).toBe(old);
  nowMs += 6 * DAY_MS;
  await runJob('watch-canaries');
  expect(await statuses()).toEqual(['old retired', 'trained active on trial']);
  expect(bestAfter(await loadAs(100), ['item-20', 'item-21'])).toBe('item-22');
});
