import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createMemoryModels } from './memory-models.ts';
import { createModelService } from './model-service.ts';
import { seedModel } from './seed-model.ts';
import { sampleSequenceModel } from './testing/sample-model.ts';
import { writeModel } from './testing/write-model.ts';

const root = mkdtempSync(join(tmpdir(), 'vua-seed-model-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const GROUP = { tenantId: 'demo', kind: 'sequence' } as const;
const [FIRST, SECOND] = [sampleSequenceModel(1), sampleSequenceModel(2)];
const [first, second] = [join(root, 'first'), join(root, 'second')];
writeModel(first, FIRST);
writeModel(second, SECOND);

it('activates the model of a shop that has none, once', async () => {
  const models = createModelService(createMemoryModels());
  const { version } = FIRST.manifest;
  expect(await seedModel(first, 'demo', models)).toEqual({ status: 'seeded', version });
  expect(await seedModel(second, 'demo', models)).toEqual({ status: 'left-alone' });
  expect((await models.list(GROUP)).map((one) => [one.version, one.status])).toEqual([[version, 'active']]);
});

it('ends what was killed between keeping it and making it live', async () => {
  const models = createModelService(createMemoryModels());
  await models.register('demo', FIRST);
  expect(await seedModel(first, 'demo', models)).toMatchObject({ status: 'seeded' });
  expect((await models.findActive(GROUP))?.version).toBe(FIRST.manifest.version);
});

it('refuses a folder without a model, and a damaged one, and keeps nothing', async () => {
  const models = createModelService(createMemoryModels());
  expect(await seedModel(join(root, 'nowhere'), 'demo', models)).toEqual({ status: 'refused', reason: 'no-model' });
  const damaged = join(root, 'damaged');
  writeModel(damaged, FIRST);
  truncateSync(join(damaged, 'model.bin'), 9);
  expect(await seedModel(damaged, 'demo', models)).toEqual({ status: 'refused', reason: 'wrong-size' });
  expect(await models.list(GROUP)).toEqual([]);
});
