import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from '../catalog/catalog-file.ts';
import { inOrder, type CatalogItem } from '../catalog/catalog-item.ts';
import type { CatalogRepository } from '../catalog/catalog-repository.ts';
import { createMemoryCatalog } from '../catalog/memory-catalog.ts';
import { sampleCatalog, sampleChart, sampleItem } from './sample-catalog.ts';

export interface OpenedRepository {
  readonly repository: CatalogRepository;
  readonly close: () => Promise<void>;
}

/** What every catalog repository must do. One database serves all tests; each has a tenant of its own. */
export const describeCatalogRepository = (name: string, open: () => Promise<OpenedRepository>): void => void describe(`${name} catalog`, () => {
  const opened: { repository: CatalogRepository; close: () => Promise<void> } = { repository: createMemoryCatalog(), close: async () => undefined };
  beforeAll(async () => void Object.assign(opened, await open()));
  afterAll(() => opened.close());
  testReading(opened);
  testChanges(opened);
  testAmounts(opened);
});

let shops = 0;
const newShop = (): string => `shop-${shops++}`;
const sample = { items: itemsOf(sampleCatalog()), sizeCharts: sampleCatalog().sizeCharts, atMs: 1 };

function testReading(opened: OpenedRepository): void {
  it('starts empty', async () => {
    const shop = newShop();
    expect(await opened.repository.listItems(shop)).toEqual([]);
    expect(await opened.repository.listIds(shop)).toEqual([]);
    expect(await opened.repository.findItems(shop, ['shirt-a'])).toEqual([]);
    expect(await opened.repository.findItems(shop, [])).toEqual([]);
    expect(await opened.repository.findSizeCharts(shop, ['shirt-chart'])).toEqual([]);
    expect(await opened.repository.findSizeCharts(shop, [])).toEqual([]);
  });

  it('gives back every field, and the order of the shop', async () => {
    const shop = newShop();
    await opened.repository.save(shop, sample);
    expect(await opened.repository.listItems(shop)).toEqual([sampleItem('shirt-b'), sampleItem('shirt-a')]);
    expect(await opened.repository.listIds(shop)).toEqual(['shirt-b', 'shirt-a']);
    expect(await opened.repository.findItems(shop, ['shirt-a', 'hat'])).toEqual([sampleItem('shirt-a')]);
    expect(await opened.repository.findSizeCharts(shop, ['shirt-chart', 'other'])).toEqual([sampleChart()]);
  });

  it('knows nothing of other shops', async () => {
    const [shop, other] = [newShop(), newShop()];
    const theirs = sampleItem('shirt-a', { price: { amountMinor: 1, currency: 'VND' }, stock: [{ label: 'M', quantity: 4 }], sales: [{ price: { amountMinor: 0, currency: 'VND' }, startsAtMs: 1, endsAtMs: 2 }] });
    await opened.repository.save(shop, sample);
    await opened.repository.save(other, { ...sample, items: [theirs], sizeCharts: [{ ...sampleChart(), fit: 'loose' }] });
    await opened.repository.save(other, { items: [], withdrawnIds: ['shirt-b'], atMs: 2 });
    expect(await opened.repository.listItems(shop)).toEqual(sample.items);
    expect(await opened.repository.findItems(shop, ['shirt-a'])).toEqual([sampleItem('shirt-a')]);
    expect(await opened.repository.findSizeCharts(shop, ['shirt-chart'])).toEqual([sampleChart()]);
    await opened.repository.save(shop, sample);
    expect(await opened.repository.listItems(other)).toEqual([theirs]);
    expect(await opened.repository.listIds(other)).toEqual(['shirt-a']);
    await expect(opened.repository.save(newShop(), { items: sample.items, atMs: 1 })).rejects.toThrow(/size chart|FOREIGN KEY|foreign key/);
  });

  it('takes ids as data', async () => {
    const shop = newShop();
    await opened.repository.save(shop, sample);
    for (const id of ["' OR 1=1 --", '%', '"; DROP TABLE catalog_item; --', 'shirt_a']) {
      expect(await opened.repository.findItems(shop, [id])).toEqual([]);
      expect(await opened.repository.listItems(id)).toEqual([]);
      expect(await opened.repository.findSizeCharts(shop, [id])).toEqual([]);
    }
  });
}

function testChanges(opened: OpenedRepository): void {
  it('replaces an item whole, in its place; new ones come last', async () => {
    const shop = newShop();
    const before = sampleItem('shirt-b', { stock: [{ label: 'S', quantity: 3 }], sales: [{ price: { amountMinor: 1, currency: 'VND' }, startsAtMs: 1, endsAtMs: 2 }] });
    await opened.repository.save(shop, { ...sample, items: [before, sampleItem('shirt-a')] });
    const after = sampleItem('shirt-b', { price: { amountMinor: 2, currency: 'VND' }, sizeChartId: 'other', stock: [{ label: 'M', quantity: 1 }] });
    await opened.repository.save(shop, { items: [sampleItem('shirt-c'), after], sizeCharts: [sampleChart('other')], atMs: 2 });
    expect(await opened.repository.listItems(shop)).toEqual([after, sampleItem('shirt-a'), sampleItem('shirt-c')]);
  });

  it('replaces a chart', async () => {
    const shop = newShop();
    await opened.repository.save(shop, sample);
    const changed = { ...sampleChart(), fit: 'loose' as const };
    await opened.repository.save(shop, { items: [], sizeCharts: [changed], atMs: 2 });
    expect(await opened.repository.findSizeCharts(shop, ['shirt-chart'])).toEqual([changed]);
    expect(await opened.repository.listIds(shop)).toEqual(['shirt-b', 'shirt-a']);
  });

  it('withdraws items, and sells them again in their old place', async () => {
    const shop = newShop();
    await opened.repository.save(shop, sample);
    await opened.repository.save(shop, { items: [], withdrawnIds: ['shirt-b', 'hat'], atMs: 2 });
    expect(await opened.repository.listIds(shop)).toEqual(['shirt-a']);
    expect(await opened.repository.listItems(shop)).toEqual([sampleItem('shirt-a')]);
    expect(await opened.repository.findItems(shop, ['shirt-b'])).toEqual([]);
    await opened.repository.save(shop, { items: [sampleItem('shirt-b')], atMs: 3 });
    expect(await opened.repository.listIds(shop)).toEqual(['shirt-b', 'shirt-a']);
  });

  it('changes nothing when an item names an unknown chart', async () => {
    const shop = newShop();
    await opened.repository.save(shop, sample);
    const broken = { items: [sampleItem('shirt-a', { price: { amountMinor: 1, currency: 'VND' } }), sampleItem('dress', { sizeChartId: 'missing' })], withdrawnIds: ['shirt-b'], sizeCharts: [sampleChart('other')], atMs: 2 };
    await expect(opened.repository.save(shop, broken)).rejects.toThrow(/size chart|FOREIGN KEY|foreign key/);
    expect(await opened.repository.listItems(shop)).toEqual(sample.items);
    expect(await opened.repository.findSizeCharts(shop, ['other'])).toEqual([]);
  });
}

function testAmounts(opened: OpenedRepository): void {
  it('keeps amounts, times and quantities to the unit', async () => {
    const shop = newShop();
    const most = Number.MAX_SAFE_INTEGER;
    const item = sampleItem('shirt-a', {
      price: { amountMinor: most, currency: 'VND' },
      sales: [{ price: { amountMinor: most - 1, currency: 'VND' }, startsAtMs: 0, endsAtMs: most }, { price: { amountMinor: 1, currency: 'VND' }, startsAtMs: most - 1, endsAtMs: most }],
      stock: [{ label: 'M', quantity: undefined }, { label: 'S', quantity: 0 }],
    });
    await opened.repository.save(shop, { items: [item], sizeCharts: [sampleChart()], atMs: most });
    expect(await opened.repository.findItems(shop, ['shirt-a'])).toEqual([item]);
  });

  it('keeps thousands of items of one change', async () => {
    const shop = newShop();
    const items = Array.from({ length: 2500 }, (_, at) => sampleItem(`item-${at}`, { stock: [{ label: 'M', quantity: at }, { label: 'S', quantity: 1 }] }));
    await opened.repository.save(shop, { items, sizeCharts: [sampleChart()], atMs: 1 });
    expect(await opened.repository.listItems(shop)).toEqual(items);
    expect(await opened.repository.findItems(shop, items.slice(0, 1000).map(({ id }) => id))).toHaveLength(1000);
    await opened.repository.save(shop, { items: [], withdrawnIds: items.slice(1).map(({ id }) => id), atMs: 2 });
    expect(await opened.repository.listIds(shop)).toEqual(['item-0']);
  });

  it('gives back whatever it was given', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(someItem, { selector: ({ id }) => id, maxLength: 5 }), async (items) => {
      const shop = newShop();
      await opened.repository.save(shop, { items, sizeCharts: [sampleChart()], atMs: 1 });
      expect(await opened.repository.listItems(shop)).toEqual(items.map(inOrder));
    }), { numRuns: 25 });
  });
}

const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !text.includes('\0'));
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((each) => each.replaceAll('\0', '?'));
const someText = fc.record({ vi: text, en: text });
const money = (maximum: number) => fc.record({ amountMinor: fc.integer({ min: 0, max: maximum }), currency: fc.constant('VND' as const) });
const someSale = fc.tuple(fc.nat(1e13), fc.integer({ min: 1, max: 1e9 }), money(1e9)).map(([startsAtMs, durationMs, price]) => ({ price, startsAtMs, endsAtMs: startsAtMs + durationMs }));

/** Whatever the contracts allow. */
const someItem: fc.Arbitrary<CatalogItem> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/),
  name: someText, description: someText, material: someText,
  price: money(Number.MAX_SAFE_INTEGER), isUsed: fc.boolean(),
  stock: fc.uniqueArray(fc.record({ label, quantity: fc.option(fc.nat(1e6), { nil: undefined }) }), { selector: (size) => size.label, maxLength: 6 }),
  sales: fc.uniqueArray(someSale, { selector: (sale) => JSON.stringify(sale), maxLength: 4 }),
}).map(({ isUsed, ...fields }) => sampleItem(fields.id, { ...fields, ...(isUsed && { condition: 'used' }) }));
