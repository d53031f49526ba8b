import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createMemoryModels } from '../memory-models.ts';
import { createModelService } from '../model-service.ts';
import { sampleSequenceModel, type SampleModel } from '../testing/sample-model.ts';
import { writeModel } from '../testing/write-model.ts';
import { createRetraining, type RetrainAllDeps } from './create-retraining.ts';
import type { RetrainOutcome } from './retrain-shop.ts';

const root = mkdtempSync(join(tmpdir(), 'vua-retraining-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const workFolder = join(root, 'training');
const DAY_MS = 86_400_000;
/** When a week has passed since the live model was brought. */
const nowMs = Date.now() + 7 * DAY_MS;
const GROUP = { tenantId: 'demo', kind: 'sequence' } as const;

async function* threeEvents(): AsyncGenerator<string> {
  yield '{"id":1}\n{"id":2}\n';
  yield '{"id":"Áo"}\n';
}

/** A shop with a live model, and a trainer that writes this one. */
async function openShop(trained: SampleModel<unknown>, deps: Partial<RetrainAllDeps> = {}) {
  const { models, files } = createMemoryModels();
  const service = createModelService({ models, files });
  const live = sampleSequenceModel(1);
  await service.register('demo', live);
  await service.switch(GROUP, { type: 'activate', version: live.manifest.version });
  const outcomes: RetrainOutcome[] = [];
  const retrain = createRetraining({
    service, workFolder, minutes: 5, leastEvents: 3, now: () => nowMs, exportEvents: threeEvents, listTenants: async () => ['demo'], retrained: (outcome) => void outcomes.push(outcome),
    runTrainer: async ({ outFolder }) => {
      writeModel(join(outFolder, 'deploy'), trained);
      return { status: 'trained' };
    },
    ...deps,
  });
  const run = (signal = new AbortController().signal): Promise<void> => retrain(signal);
  const activeVersion = async (): Promise<string | undefined> => (await service.findActive(GROUP))?.version;
  const statusOf = async ({ manifest }: ReturnType<typeof sampleSequenceModel>): Promise<string | undefined> => (await models.find(GROUP, manifest.version))?.status;
  const canaryOf = async (bucket: number): Promise<string | undefined> => (await service.findActive(GROUP, bucket))?.version;
  return { run, outcomes, activeVersion, canaryOf, statusOf, service, live: live.manifest.version };
}

it('trains on the shop\'s events, and what is as good is tried by a tenth of the devices; nothing is left behind', async () => {
  const trained = sampleSequenceModel(2);
  const seen: unknown[] = [];
  mkdirSync(workFolder, { recursive: true });
  writeFileSync(join(workFolder, 'left-by-a-crash'), 'events');
  const { run, outcomes, activeVersion, canaryOf, live } = await openShop(trained, { runTrainer: async ({ dataFile, outFolder, minutes }) => {
    seen.push(readFileSync(dataFile, 'utf8'), statSync(dataFile).mode & 0o777, minutes, existsSync(join(workFolder, 'left-by-a-crash')));
    writeModel(join(outFolder, 'deploy'), trained);
    return { status: 'trained' };
  } });
  await run();
  expect(seen).toEqual(['{"id":1}\n{"id":2}\n{"id":"Áo"}\n', 0o600, 5, false]);
  expect(outcomes).toEqual([{ status: 'judged', verdict: { verdict: 'pass' }, place: 'canary' }]);
  expect([await activeVersion(), await canaryOf(99), await canaryOf(100)]).toEqual([live, trained.manifest.version, live]);
  expect(existsSync(workFolder)).toBe(false);
});

it('activates a shop\'s first model at once', async () => {
  const trained = sampleSequenceModel(2);
  const { models, files } = createMemoryModels();
  const { run, outcomes } = await openShop(trained, { service: createModelService({ models, files }) });
  await run();
  expect(outcomes).toEqual([{ status: 'judged', verdict: { verdict: 'pass' }, place: 'active' }]);
});

it('leaves a person\'s canary where it is', async () => {
  const trained = sampleSequenceModel(2);
  const { run, outcomes, canaryOf, statusOf, service } = await openShop(trained);
  const theirs = sampleSequenceModel(3);
  await service.register('demo', theirs);
  await service.switch(GROUP, { type: 'canary', version: theirs.manifest.version, share: 0.5 });
  await run();
  expect(outcomes).toEqual([{ status: 'judged', verdict: { verdict: 'pass' }, place: 'candidate' }]);
  expect([await canaryOf(0), await statusOf(trained)]).toEqual([theirs.manifest.version, 'candidate']);
});

it('rejects what is worse, and keeps it to be looked at', async () => {
  const trained = sampleSequenceModel(2, { ndcg10: 0.19 });
  const { run, outcomes, activeVersion, statusOf, live } = await openShop(trained);
  await run();
  expect(outcomes).toMatchObject([{ status: 'judged', verdict: { verdict: 'reject', reasons: [{ rule: 'ndcg-fell', found: 0.19 }] } }]);
  expect([await activeVersion(), await statusOf(trained)]).toEqual([live, 'rejected']);
});

it('holds what it cannot judge, for a person', async () => {
  const trained = sampleSequenceModel(2);
  const validation = { ...trained.manifest.validation, shipped: { ndcg10: 0.2, hr10: 0.3 } };
  const { run, outcomes, activeVersion, statusOf, live } = await openShop({ ...trained, manifest: { ...trained.manifest, validation } });
  await run();
  expect(outcomes).toEqual([{ status: 'judged', verdict: { verdict: 'hold', missing: ['coverage', 'gini'] }, place: 'candidate' }]);
  expect([await activeVersion(), await statusOf(trained)]).toEqual([live, 'candidate']);
});

it.each([{ method: 'vsknn' }, { method: 'blend', partner: 'vsknn', weight: 1 }])('takes no model that gives devices sessions of others: %j', async (shipped) => {
  const trained = sampleSequenceModel(2);
  const { run, outcomes, activeVersion, statusOf, live } = await openShop({ ...trained, manifest: { ...trained.manifest, shipped } });
  await expect(run()).rejects.toThrow('could not be trained');
  expect([outcomes, await activeVersion(), await statusOf(trained)]).toEqual([[{ status: 'failed', reason: expect.stringContaining('refused') as string }], live, undefined]);
});

it('trains nothing for a shop with few events', async () => {
  const { run, outcomes, activeVersion, live } = await openShop(sampleSequenceModel(2), { leastEvents: 4, runTrainer: async () => { throw new Error('nothing to train on'); } });
  await run();
  expect([outcomes, await activeVersion(), existsSync(workFolder)]).toEqual([[{ status: 'too-few-events' }], live, false]);
});

it('leaves things as they are where the training brings the same model again', async () => {
  const { run, outcomes, activeVersion, live } = await openShop(sampleSequenceModel(1));
  await run();
  expect([outcomes, await activeVersion()]).toEqual([[{ status: 'unchanged' }], live]);
});

it.each<readonly [string, Partial<RetrainAllDeps>, string]>([
  ['the training fails', { runTrainer: async () => ({ status: 'failed', reason: 'no memory' }) }, 'no memory'],
  ['the training breaks', { runTrainer: async () => { throw new TypeError('row of a@b.example'); } }, 'TypeError'],
  ['the training writes nothing', { runTrainer: async () => ({ status: 'trained' }) }, 'the training wrote no model'],
  ['the export breaks', { exportEvents: async function* () { yield '{}\n'; throw new RangeError('row of a@b.example'); } }, 'RangeError'],
  ['the model is damaged', { runTrainer: async ({ outFolder }) => {
    const model = sampleSequenceModel(2);
    writeModel(join(outFolder, 'deploy'), { ...model, contents: model.contents.set('model.bin', new Uint8Array(9)) });
    return { status: 'trained' };
  } }, 'the model was refused: wrong-size'],
])('keeps the old model where %s, goes on with the next shop, and fails at the end', async (_what, deps, reason) => {
  const { run, outcomes, activeVersion, live } = await openShop(sampleSequenceModel(2), { ...deps, listTenants: async () => ['demo', 'other'] });
  await expect(run()).rejects.toThrow('2 models could not be trained');
  expect(outcomes).toEqual([{ status: 'failed', reason }, { status: 'failed', reason }]);
  expect([await activeVersion(), existsSync(workFolder)]).toEqual([live, false]);
});

it('stops when it is told to, and goes on with the same events where it stopped', async () => {
  const trained = sampleSequenceModel(2);
  const halt = new AbortController();
  const folders: string[] = [];
  let exports = 0;
  const { run, outcomes } = await openShop(trained, {
    listTenants: async () => ['demo', 'other'],
    exportEvents: async function* () {
      exports += 1;
      yield '{"id":1}\n{"id":2}\n{"id":3}\n';
    },
    runTrainer: async ({ dataFile, outFolder }) => {
      folders.push(outFolder);
      expect(readFileSync(dataFile, 'utf8')).toBe('{"id":1}\n{"id":2}\n{"id":3}\n');
      if (existsSync(join(outFolder, 'checkpoint'))) {
        writeModel(join(outFolder, 'deploy'), trained);
        return { status: 'trained' };
      }
      mkdirSync(outFolder);
      writeFileSync(join(outFolder, 'checkpoint'), 'halfway');
      halt.abort();
      return { status: 'failed', reason: 'it was stopped' };
    },
  });
  await run(halt.signal);
  expect([outcomes, existsSync(workFolder)]).toEqual([[], true]);
  await expect(run()).rejects.toThrow('1 models');
  expect(exports).toBe(2);
  expect(outcomes).toMatchObject([{ status: 'judged', place: 'canary' }, { status: 'failed' }]);
  // A name of its own each time: a process that still writes finds its folder no more.
  expect(new Set(folders).size).toBe(3);
  expect(existsSync(workFolder)).toBe(false);
});

it('leaves a shop alone that got a version within the day', async () => {
  const { run, outcomes } = await openShop(sampleSequenceModel(2), { now: () => Date.now() + DAY_MS / 2 });
  await run();
  expect(outcomes).toEqual([{ status: 'fresh' }]);
});

it.each<readonly [string, Partial<RetrainAllDeps>]>([
  ['a day old', { now: () => nowMs + 2 * DAY_MS }], ['another shop\'s', { listTenants: async () => ['other'] }],
])('deletes events of a training that was broken off where they are %s', async (_what, changes) => {
  const halt = new AbortController();
  const stopped = await openShop(sampleSequenceModel(2), { runTrainer: async ({ outFolder }) => {
    mkdirSync(outFolder);
    halt.abort();
    return { status: 'failed', reason: 'it was stopped' };
  } });
  await stopped.run(halt.signal);
  expect(existsSync(join(workFolder, 'events.ndjson'))).toBe(true);
  const seen: unknown[] = [];
  const { run } = await openShop(sampleSequenceModel(2), { ...changes, exportEvents: async function* () { yield '{}\n{}\n{}\n'; }, runTrainer: async ({ dataFile, outFolder }) => {
    seen.push(readFileSync(dataFile, 'utf8'), existsSync(outFolder));
    return { status: 'failed', reason: 'as it may' };
  } });
  await expect(run()).rejects.toThrow('1 models');
  expect(seen).toEqual(['{}\n{}\n{}\n', false]);
});
