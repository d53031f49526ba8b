import { expect, it } from 'vitest';
import { cleanModels } from './clean-models.ts';
import { createMemoryModels } from './memory-models.ts';
import { createModelService } from './model-service.ts';
import { sampleSequenceModel, sampleTrendModel } from './testing/sample-model.ts';

const HOUR_MS = 3_600_000;
const GROUP = { tenantId: 'demo', kind: 'sequence' } as const;

it('keeps the last five retired versions, whatever is in use, and the files of both', async () => {
  const { models, files } = createMemoryModels();
  let nowMs = 0;
  const service = createModelService({ models, files, now: () => (nowMs += 1) });
  const versions: string[] = [];
  for (let count = 0; count < 9; count += 1) {
    const model = sampleSequenceModel(count + 1);
    versions.push(model.manifest.version);
    await service.register('demo', model);
    await service.switch(GROUP, { type: 'activate', version: model.manifest.version });
  }
  const waiting = sampleSequenceModel(99);
  await service.register('demo', waiting);
  // Back in use lately: it is not among the oldest any more.
  await service.switch(GROUP, { type: 'activate', version: versions[0] ?? '' });
  await service.switch(GROUP, { type: 'activate', version: versions[8] ?? '' });
  expect(await cleanModels(models, files, nowMs)).toEqual({ versions: 3, files: 0 });
  expect(await cleanModels(models, files, nowMs + 2 * HOUR_MS)).toEqual({ versions: 0, files: 3 });
  const kept = (await models.list(GROUP)).map(({ version }) => version);
  expect(new Set(kept)).toEqual(new Set([...versions.slice(4), versions[0], waiting.manifest.version]));
  for (const version of kept) expect(await service.readFile(GROUP, version, 'model.bin')).toBeDefined();
  expect(await service.readFile(GROUP, versions[1] ?? '', 'model.bin')).toBeUndefined();
});

it('keeps the last twenty forecasts that were live, and five that were not', async () => {
  const { models, files } = createMemoryModels();
  const [service, group] = [createModelService({ models, files, now: () => 5 }), { tenantId: 'demo', kind: 'trend' } as const];
  for (let count = 0; count < 30; count += 1) {
    const { manifest, contents } = sampleTrendModel(`series ${count}`);
    await service.register('demo', { manifest, contents });
    await service.switch(group, { type: count < 23 ? 'activate' : 'reject', version: manifest.version });
  }
  expect(await cleanModels(models, files, 5)).toMatchObject({ versions: 4 });
  const kept = Map.groupBy(await models.list(group), ({ status }) => status);
  expect([...kept].map(([status, versions]) => `${versions.length} ${status}`)).toEqual(['5 rejected', '1 active', '20 retired']);
});
