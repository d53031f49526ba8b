import { describe, expect, it } from 'vitest';
import { fetchSizeChart } from './fetch-size-chart.ts';

const chart = { id: 'c', garmentType: 'tee', fit: 'regular', rows: [{ label: 'S', body: { chest: { minCm: 84, maxCm: 90 } } }, { label: 'M', body: { chest: { minCm: 90, maxCm: 96 } } }] };
const ask = (answer: () => Response | Promise<Response>) => fetchSizeChart('p1', { apiUrl: new URL('https://shop.example/'), fetch: async () => answer() });

describe('fetchSizeChart', () => {
  it.each([
    ['a product that is not there', () => new Response('', { status: 404 }), 'unknown-product'],
    ['a broken server', () => new Response('', { status: 503 }), 'unreachable'],
    ['no network', () => Promise.reject(new TypeError('failed to fetch')), 'unreachable'],
    ['something else', () => Response.json({ id: 'c', rows: [] }), 'not-a-size-chart'],
    ['no JSON', () => new Response('<html>'), 'not-a-size-chart'],
  ] as const)('%s', async (_what, answer, reason) => {
    expect(await ask(answer)).toEqual({ status: 'missing', reason });
  });

  it('asks for the chart of its own shop, and keeps it apart from that of another with the same product', async () => {
    const kept = new Map<string, Response>();
    const cache = { match: async (url: URL) => kept.get(url.href)?.clone(), put: async (url: URL, response: Response) => void kept.set(url.href, response) };
    const asked: string[] = [];
    const fetch = async (url: URL | RequestInfo): Promise<Response> => {
      asked.push(new Request(url instanceof Request ? url : url.toString()).url);
      return Response.json(chart);
    };
    const source = { apiUrl: new URL('https://shop.example/'), fetch, caches: { open: async () => cache as unknown as Cache } };
    await fetchSizeChart('p1', { ...source, siteKey: 'site_a&b' });
    await fetchSizeChart('p1', source);
    expect(asked).toEqual(['https://shop.example/v1/products/p1/size-chart?site=site_a%26b', 'https://shop.example/v1/products/p1/size-chart']);
    const away = { ...source, fetch: () => Promise.reject(new TypeError('failed to fetch')) };
    expect(await fetchSizeChart('p1', { ...away, siteKey: 'site_a&b' })).toMatchObject({ status: 'found' });
    expect(await fetchSizeChart('p1', { ...away, siteKey: 'site_c' })).toEqual({ status: 'missing', reason: 'unreachable' });
  });

  it('gives the last chart while the server is out of reach', async () => {
    const kept = new Map<string, Response>();
    const cache = { match: async (url: URL) => kept.get(url.href)?.clone(), put: async (url: URL, response: Response) => void kept.set(url.href, response) };
    const source = (fetch: () => Promise<Response>) => ({ apiUrl: new URL('https://shop.example/'), fetch, caches: { open: async () => cache as unknown as Cache } });
    const found = { status: 'found', chart };
    expect(await fetchSizeChart('p1', source(async () => Response.json(chart)))).toEqual(found);
    expect(await fetchSizeChart('p1', source(() => Promise.reject(new TypeError('failed to fetch'))))).toEqual(found);
    expect(await fetchSizeChart('p1', source(async () => new Response('', { status: 503 })))).toEqual(found);
    expect(await fetchSizeChart('p2', source(async () => new Response('', { status: 503 })))).toEqual({ status: 'missing', reason: 'unreachable' });
    expect(await fetchSizeChart('p1', source(async () => new Response('', { status: 404 })))).toEqual({ status: 'missing', reason: 'unknown-product' });
  });
});
