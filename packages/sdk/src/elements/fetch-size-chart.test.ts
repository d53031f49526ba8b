import { describe, expect, it } from 'vitest';
import { fetchSizeChart } from './fetch-size-chart.ts';

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
});
