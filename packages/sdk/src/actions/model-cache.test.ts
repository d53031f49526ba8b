import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createModelCache } from './create-model-cache.ts';
import { createMemoryModelCache } from './model-cache.ts';
import { describeModelCache } from './testing/describe-model-cache.ts';

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  for (const [name, value] of Object.entries(await import('fake-indexeddb'))) if (name.startsWith('IDB') && name !== 'IDBFactory') vi.stubGlobal(name, value);
});
afterEach(() => vi.unstubAllGlobals());

describeModelCache('memory', async () => {
  const cache = createMemoryModelCache();
  return [cache, cache];
});
describeModelCache('IndexedDB', async () => [createModelCache('models'), createModelCache('models')]);

it('IndexedDB: answers where there is none', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const cache = createModelCache('models');
  expect([await cache.readActive(), await cache.readFile('a'), await cache.writeFile('a', new Uint8Array(1)), await cache.clear()]).toEqual([undefined, undefined, false, false]);
});
