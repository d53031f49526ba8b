import { CatalogSnapshot, priceAt, type FlashSale } from '@vua/models/contracts';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { openMemoryApp } from '../testing/memory-app.ts';
import { sampleCatalog, sampleChart, sampleItem, sampleProduct } from '../testing/sample-catalog.ts';
import { MAX_SALES, productOf } from './catalog-item.ts';
import { createCatalogService } from './catalog-service.ts';
import { createMemoryCatalog } from './memory-catalog.ts';

const snapshotSchema = Compile(CatalogSnapshot);
const vnd = (amountMinor: number) => ({ amountMinor, currency: 'VND' as const });
const catalog = { ...sampleCatalog(), stock: { 'shirt-a': { S: 0, M: 3 } }, sales: { 'shirt-a': [{ price: vnd(500_000), startsAtMs: 1000, endsAtMs: 2000 }] } };
const app = await openMemoryApp({ catalog: createMemoryCatalog(catalog) });

describe('GET /v1/catalog/snapshot', () => {
  it('gives what was asked for, in that order, each once', async () => {
    const response = await app.inject('/v1/catalog/snapshot?site=site_demoshop&items=shirt-b,hat,shirt-a,shirt-b');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ items: [
      { id: 'shirt-b', price: vnd(650_000), sales: [], sizes: [{ label: 'S', inStock: true }, { label: 'M', inStock: true }] },
      { id: 'shirt-a', price: vnd(650_000), sales: [], sizes: [{ label: 'S', inStock: false }, { label: 'M', inStock: true }] },
    ] });
    expect((await app.inject('/v1/products/shirt-a')).json()).toEqual(sampleProduct('shirt-a', { sizesInStock: ['M'] }));
  });

  it('may be kept for half a minute, by every cache, and tells its age', async () => {
    const { headers } = await app.inject('/v1/catalog/snapshot?items=shirt-a');
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=30, must-revalidate', 'access-control-allow-origin': '*', 'access-control-expose-headers': 'age, date, etag' });
    const again = await app.inject({ url: '/v1/catalog/snapshot?items=shirt-a', headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is a shop\'s own', async () => {
    const other = await openMemoryApp({ catalog: createMemoryCatalog(catalog) });
    expect((await other.inject('/v1/catalog/snapshot?items=shirt-a&site=site_other123')).json()).toEqual({ items: [] });
    for (const url of ['/v1/products?', '/v1/products/shirt-a?', '/v1/products/shirt-a/size-chart?', '/v1/catalog/snapshot?items=shirt-a&']) {
      const response = await other.inject(`${url}site=site_nobody12`);
      expect([response.statusCode, response.json()]).toMatchObject([404, { code: 'unknown-site' }]);
      expect((await other.inject(`${url}site=other`)).statusCode).toBe(400);
    }
    expect((await other.inject('/v1/products?site=site_other123')).json()).toEqual({ products: [] });
  });

  it.each(['', '?items=', '?items=A', '?items=a,,b', '?items=a,', `?items=${Array.from({ length: 101 }, (_, at) => `i${at}`).join(',')}`, '?items=a&limit=1', '?items=a&items=b'])('refuses %s', async (query) => {
    expect((await app.inject(`/v1/catalog/snapshot${query}`)).statusCode).toBe(400);
  });

  it('takes 100 ids of 64 characters', async () => {
    const ids = Array.from({ length: 100 }, (_, at) => `i${String(at).padStart(63, '0')}`);
    expect((await app.inject(`/v1/catalog/snapshot?items=${ids.join(',')}`)).statusCode).toBe(200);
  });

  it('never fails, whatever is asked', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 20 }), async (items, site) => {
      const response = await app.inject(`/v1/catalog/snapshot?items=${encodeURIComponent(items.toWellFormed())}&site=site_${encodeURIComponent(site)}`);
      expect([200, 400, 404]).toContain(response.statusCode);
    }), { numRuns: 1000 });
  });
});

describe('a snapshot that is at most 60 s old', () => {
  const MINUTE_MS = 60_000;
  const sale: fc.Arbitrary<FlashSale> = fc.tuple(fc.nat(1_000_000), fc.oneof(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 2_000_000 })), fc.nat(1000))
    .map(([startsAtMs, durationMs, amount]) => ({ startsAtMs, endsAtMs: startsAtMs + durationMs, price: vnd(amount) }));

  it('gives the true price of every moment, for all sales that were known', async () => {
    await fc.assert(fc.asyncProperty(fc.array(sale, { maxLength: MAX_SALES }), fc.nat(1000), fc.nat(2_000_000), fc.integer({ min: 0, max: MINUTE_MS }), async (sales, amount, takenAtMs, ageMs) => {
      const item = sampleItem('shirt-a', { price: vnd(amount), sales });
      const repository = createMemoryCatalog({ products: [], sizeCharts: [sampleChart()] });
      await repository.save('demo', { items: [item], atMs: 0 });
      const snapshot = await createCatalogService(repository, { now: () => takenAtMs }).takeSnapshot('demo', ['shirt-a']);
      expect(snapshotSchema.Check(snapshot)).toBe(true);
      const [seen = expect.fail('the item is missing')] = snapshot.items;
      // At the moment itself, and at the first and last moment of each sale within the minute.
      const moments = [takenAtMs + ageMs, ...sales.flatMap(({ startsAtMs, endsAtMs }) => [startsAtMs - 1, startsAtMs, endsAtMs - 1, endsAtMs])];
      for (const atMs of moments.filter((each) => each >= takenAtMs && each <= takenAtMs + MINUTE_MS)) expect(priceAt(seen, atMs)).toEqual(truePrice(amount, sales, atMs));
    }), { numRuns: 1000 });
  });

  // Written down once more, in other words than `priceAt`.
  function truePrice(amount: number, sales: readonly FlashSale[], atMs: number) {
    let least = amount;
    for (const { startsAtMs, endsAtMs, price } of sales) if (atMs >= startsAtMs && atMs < endsAtMs && price.amountMinor < least) least = price.amountMinor;
    return vnd(least);
  }

  it('keeps quantities to itself', () => {
    expect(JSON.stringify(productOf(sampleItem('shirt-a', { stock: [{ label: 'M', quantity: 4711 }] })))).not.toContain('4711');
  });
});
