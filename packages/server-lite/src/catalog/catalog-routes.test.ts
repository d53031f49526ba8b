import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMemoryApp } from '../testing/memory-app.ts';
import { sampleCatalog, sampleChart, sampleProduct } from '../testing/sample-catalog.ts';
import { createMemoryCatalog } from './memory-catalog.ts';

const app = await openMemoryApp({ catalog: createMemoryCatalog(sampleCatalog()) });

describe('GET /v1/products', () => {
  it('lists the catalog for pages of any origin', async () => {
    const response = await app.inject('/v1/products');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ products: sampleCatalog().products });
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60', 'x-content-type-options': 'nosniff', 'content-type': 'application/json; charset=utf-8',
    });
  });

  it('sends nothing to who has it already', async () => {
    const { etag } = (await app.inject('/v1/products')).headers;
    const again = await app.inject({ url: '/v1/products', headers: { 'if-none-match': `"other", W/${etag ?? ''}` } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers.etag).toBe(etag);
    const other = await app.inject({ url: '/v1/products', headers: { 'if-none-match': '"other"' } });
    expect(other.statusCode).toBe(200);
  });
});

describe('GET /v1/products/:id', () => {
  it('gives one product', async () => {
    expect((await app.inject('/v1/products/shirt-a')).json()).toEqual(sampleProduct('shirt-a'));
  });

  it('says what is wrong with an unknown one', async () => {
    const response = await app.inject('/v1/products/hat');
    expect(response.statusCode).toBe(404);
    expect(response.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
    expect(response.json()).toEqual({ type: 'urn:vua:problem:unknown-product', title: 'The catalog has no product with this id.', status: 404, code: 'unknown-product' });
  });
});

describe('GET /v1/products/:id/size-chart', () => {
  it('gives the chart whole', async () => {
    expect((await app.inject('/v1/products/shirt-a/size-chart')).json()).toEqual(sampleChart());
  });

  it.each([['hat', 'unknown-product'], ['stray', 'unknown-size-chart']])('names what is missing: %s', async (id, code) => {
    const catalog = createMemoryCatalog({ products: [sampleProduct('stray', { sizeChartId: 'missing' })], sizeCharts: [] });
    const response = await (await openMemoryApp({ catalog })).inject(`/v1/products/${id}/size-chart`);
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code });
  });
});

describe('bad input', () => {
  it.each([
    '/v1/products/UPPER', '/v1/products/a%2Fb', '/v1/products/%00', '/v1/products/a%20b', '/v1/products/-a', '/v1/products/..%2f..%2fetc%2fpasswd',
    '/v1/products?limit=1', '/v1/products/shirt-a?utm=1', `/v1/products/${'a'.repeat(65)}`, `/v1/products/${'a'.repeat(3000)}`, '/v1/products/%',
  ])('%s is refused with a problem that repeats nothing', async (url) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'invalid-request' });
  });

  it.each([
    ['POST', '/v1/products'], ['DELETE', '/v1/products/shirt-a'], ['GET', '/v1'], ['GET', '/v1/products/shirt-a/size-chart/x'],
  ] as const)('%s %s is nothing', async (method, url) => {
    const response = await app.inject({ method, url });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: 'unknown-route' });
  });

  it('never fails, whatever the id', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (id) => {
      const response = await app.inject(`/v1/products/${encodeURIComponent(id.toWellFormed())}`);
      expect([200, 400, 404]).toContain(response.statusCode);
    }), { numRuns: 200 });
  });
});
