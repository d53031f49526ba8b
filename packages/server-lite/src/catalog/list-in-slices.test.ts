import { expect, it } from 'vitest';
import { sampleChart, sampleItem } from '../testing/sample-catalog.ts';
import { listInSlices } from './list-in-slices.ts';
import { createMemoryCatalog } from './memory-catalog.ts';

async function openCatalog() {
  const catalog = createMemoryCatalog();
  await catalog.save('shop', { items: Array.from({ length: 1201 }, (_, k) => sampleItem(`item-${k}`)), withdrawnIds: ['item-7'], sizeCharts: [sampleChart()], atMs: 1 });
  return catalog;
}

it('gives what is sold in the shop\'s order, in turns of at most 500', async () => {
  const catalog = await openCatalog();
  const turns: number[] = [];
  const listed = await listInSlices({ ...catalog, findItems: async (tenantId, ids) => { turns.push(ids.length); return (await catalog.findItems(tenantId, ids)).toReversed(); } }, 'shop', ({ id }) => id);
  expect(listed).toEqual(await catalog.listIds('shop'));
  expect(turns).toEqual([500, 500, 200]);
});

it('leaves out what is withdrawn meanwhile', async () => {
  const catalog = await openCatalog();
  let isFirst = true;
  const findItems: typeof catalog.findItems = async (tenantId, ids) => {
    if (isFirst) await catalog.save('shop', { items: [], withdrawnIds: ['item-1100'], atMs: 2 });
    isFirst = false;
    return catalog.findItems(tenantId, ids);
  };
  expect(await listInSlices({ ...catalog, findItems }, 'shop', ({ id }) => id)).not.toContain('item-1100');
});

it('has nothing of a shop that sells nothing', async () => {
  expect(await listInSlices(createMemoryCatalog(), 'shop', ({ id }) => id)).toEqual([]);
});
