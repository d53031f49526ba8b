import { describe, expect, it } from 'vitest';
import { createCatalogClient } from '../products/catalog-client.ts';
import { loadPage } from './load-page.ts';

const product = { id: 'dress', colours: [{ id: 'indigo' }] };
const chart = { id: 'dress', rows: [] };

const answering = (answers: Record<string, unknown>, status = 404) => createCatalogClient(async (url) =>
  url in answers ? Response.json(answers[url]) : new Response(null, { status }));

describe('the address names the page', () => {
  it('the list', async () => {
    expect(await loadPage('/', answering({ '/v1/products': { products: [product] } }))).toEqual({ name: 'list', products: [product] });
  });

  it('a product with its chart', async () => {
    const catalog = answering({ '/v1/products/dress': product, '/v1/products/dress/size-chart': chart });
    expect(await loadPage('/products/dress', catalog)).toEqual({ name: 'product', product, chart, colourId: 'indigo' });
  });

  it('no product', async () => {
    expect(await loadPage('/products/hat', answering({}))).toEqual({ name: 'unknown-product' });
    expect(await loadPage('/products/a%2Fb', answering({}, 400))).toEqual({ name: 'unknown-product' });
  });

  it.each(['/', '/products/dress'])('%s while the server is down', async (path) => {
    expect(await loadPage(path, answering({}, 503))).toEqual({ name: 'unreachable' });
    expect(await loadPage(path, createCatalogClient(() => Promise.reject(new TypeError('offline'))))).toEqual({ name: 'unreachable' });
  });
});
