import { expect, it } from 'vitest';
import { createModelSource } from './create-model-source.ts';
import { createMemoryModels } from './memory-models.ts';
import { createModelService } from './model-service.ts';
import { sampleSequenceModel } from './testing/sample-model.ts';

const GROUP = { tenantId: 'demo', kind: 'sequence' } as const;

async function openSource() {
  const { models, files } = createMemoryModels();
  const service = createModelService({ models, files });
  const state = { nowMs: 0, isAway: false, files: true };
  const unusable: string[] = [];
  const source = createModelSource({
    findActive: async (group, bucket) => { if (state.isAway) throw new Error('away'); return service.findActive(group, bucket); },
    readFile: async (group, version, name) => (state.files ? service.readFile(group, version, name) : undefined),
  }, { now: () => state.nowMs, unusable: (_tenant, version) => void unusable.push(version) });
  const activate = async (seed: number): Promise<string> => {
    const model = sampleSequenceModel(seed);
    await service.register('demo', model);
    await service.switch(GROUP, { type: 'activate', version: model.manifest.version });
    return model.manifest.version;
  };
  /** What is in use once an answer that has grown old was looked at again: the memory twin answers within a turn of the event loop. */
  const later = async (): Promise<string | undefined> => {
    state.nowMs += 6000;
    await source.active('demo');
    await new Promise(setImmediate);
    return (await source.active('demo'))?.manifest.version;
  };
  return { source, state, unusable, activate, later };
}

it('gives the active model, the same object until another one is active', async () => {
  const { source, activate, later } = await openSource();
  expect(await source.active('demo')).toBeUndefined();
  const first = await activate(1);
  expect(await later()).toBe(first);
  expect(await source.active('demo')).toBe(await source.active('demo'));
  const second = await activate(2);
  expect(await source.active('demo')).toMatchObject({ manifest: { version: first } });
  expect(await later()).toBe(second);
  expect(await source.active('other')).toBeUndefined();
});

it('keeps the model in use where the new one cannot be read, or the database is away, and says which', async () => {
  const { state, unusable, activate, later } = await openSource();
  const first = await activate(1);
  expect(await later()).toBe(first);
  state.isAway = true;
  expect(await later()).toBe(first);
  state.isAway = false;
  state.files = false;
  const second = await activate(2);
  expect(await later()).toBe(first);
  expect(await later()).toBe(first);
  expect(unusable).toEqual([second]);
  state.files = true;
  expect(await later()).toBe(second);
});
