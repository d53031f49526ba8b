import { expect, it } from 'vitest';
import { createMemoryCatalog } from './catalog/memory-catalog.ts';
import { createServices } from './create-services.ts';
import { noLimits } from './http/testing/open-guarded-app.ts';
import { memoryStores } from './testing/memory-app.ts';
import { sampleCatalog, sampleItem } from './testing/sample-catalog.ts';

const SHOP = 'demo';
const NOW_MS = Date.UTC(2026, 10, 20, 12);

function openShop(catalog = createMemoryCatalog(sampleCatalog())) {
  let nowMs = NOW_MS;
  const services = createServices(memoryStores({ catalog }), { guard: { authenticator: { findSite: async () => undefined, findBearer: async () => undefined }, limiter: noLimits }, clock: () => nowMs });
  const { recommendations, shopViews, catalog: told } = services;
  const shown = async (): Promise<readonly string[]> => (await recommendations.recommend(SHOP, { kind: 'for-you', itemIds: [], history: [], bought: [], exclude: [], limit: 10 })).items.map(({ itemId }) => itemId);
  return { shown, refresh: () => shopViews.refresh(), catalog: told, wait: (ms: number): void => { nowMs += ms; } };
}

it('recommends at once what was put into the catalog, and no longer what was withdrawn or is sold out', async () => {
  const { shown, catalog } = openShop();
  expect(await shown()).toEqual(['shirt-b', 'shirt-a']);
  await catalog.save(SHOP, { items: [sampleItem('shirt-c')], withdrawnIds: ['shirt-b'], atMs: NOW_MS });
  expect(await shown()).toEqual(['shirt-a', 'shirt-c']);
  await catalog.save(SHOP, { items: [sampleItem('shirt-a', { stock: [{ label: 'S', quantity: 0 }] }), sampleItem('shirt-b')], atMs: NOW_MS });
  expect((await shown()).toSorted()).toEqual(['shirt-b', 'shirt-c']);
  await catalog.save('other', { items: [], withdrawnIds: ['shirt-c'], atMs: NOW_MS });
  expect(await shown()).toContain('shirt-c');
});

it('keeps to a change that comes while the catalog is read again', async () => {
  const inner = createMemoryCatalog(sampleCatalog());
  let during = async (): Promise<void> => undefined;
  const { shown, catalog, refresh, wait } = openShop({ ...inner, findItems: async (tenantId, ids) => {
    const found = await inner.findItems(tenantId, ids);
    await during();
    return found;
  } });
  await shown();
  wait(60_000);
  during = () => catalog.save(SHOP, { items: [], withdrawnIds: ['shirt-b'], atMs: NOW_MS });
  await refresh();
  expect(await shown()).toEqual(['shirt-a']);
});

it('sees what another process changed once the catalog is a minute old', async () => {
  const inner = createMemoryCatalog(sampleCatalog());
  const { shown, refresh, wait } = openShop(inner);
  await shown();
  await inner.save(SHOP, { items: [], withdrawnIds: ['shirt-b'], atMs: NOW_MS });
  wait(59_000);
  await refresh();
  expect(await shown()).toEqual(['shirt-b', 'shirt-a']);
  wait(1000);
  await refresh();
  expect(await shown()).toEqual(['shirt-a']);
});
