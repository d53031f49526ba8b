import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type ShippedMethod, usesModel } from '@vua/models/sequence';
import type { Catalog } from '../../packages/server-lite/src/catalog/catalog-file.ts';
import { readCatalogFile } from '../../packages/server-lite/src/catalog/read-catalog-file.ts';
import { createMemoryModels } from '../../packages/server-lite/src/registry/memory-models.ts';
import { createModelService } from '../../packages/server-lite/src/registry/model-service.ts';
import { seedModel } from '../../packages/server-lite/src/registry/seed-model.ts';
import { fileHash } from '../../packages/models/training/sequence/file-hash.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { DEMO_MODEL_FOLDER } from './demo-model-folder.ts';
import { DEMO_MODEL_LOG_END_MS, makeDemoModel } from './demo-model.ts';
import { writeDemoEvents } from './write-demo-events.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-demo-model-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const model = join(REPOSITORY_ROOT, DEMO_MODEL_FOLDER);
const manifestOf = (at: string) => JSON.parse(readFileSync(join(at, 'manifest.json'), 'utf8')) as { readonly data: { readonly sha256: string }; readonly version: string; readonly seed: number; readonly shipped: ShippedMethod; readonly files: readonly { readonly bytes: number }[] };

it('is taken by a server, lets the transformer speak, has the stated seed, and is small', async () => {
  const models = createModelService(createMemoryModels());
  expect(await seedModel(model, 'demo', models)).toEqual({ status: 'seeded', version: manifestOf(model).version });
  const { shipped, seed, files } = manifestOf(model);
  expect(usesModel(shipped)).toBe(true);
  expect(seed).toBe(1);
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(2_000_000);
});

it('knows the demo shop\'s items, and was trained on the log that the simulator writes today (else: npm run train:demo)', async () => {
  const catalog: Catalog = readCatalogFile(join(REPOSITORY_ROOT, 'packages/demo/catalog.json'));
  const vocabulary = JSON.parse(readFileSync(join(model, 'vocabulary.json'), 'utf8')) as string[];
  expect(vocabulary.toSorted()).toEqual(catalog.products.filter(({ condition }) => condition !== 'used').map(({ id }) => id).sort());
  const log = join(folder, 'events.ndjson');
  await writeDemoEvents(REPOSITORY_ROOT, log, DEMO_MODEL_LOG_END_MS);
  expect(manifestOf(model).data.sha256).toBe(await fileHash(log));
});

it('comes out of the command', async () => {
  const made = await makeDemoModel(REPOSITORY_ROOT, join(folder, 'model'), { say: () => undefined, onProgress: () => undefined });
  expect(made.status).toBe('made');
  // Weights may differ in their last digits from one kind of processor to another, and so may versions.
  expect(manifestOf(join(folder, 'model')).data).toEqual(manifestOf(model).data);
}, 120_000);
