import { expect, it } from 'vitest';
import { createVectorAsker } from './ask-by-vector.ts';

const QUESTION = { modelVersion: '0123456789ab', vector: Float32Array.of(1, -0.5), limit: 3 };
const ITEMS = [{ itemId: 'a', score: 2 }];
const asker = (fetch: typeof globalThis.fetch) => createVectorAsker({ siteKey: 'site_testshop', apiUrl: new URL('https://shop.example/'), fetch });

it('sends the rounded vector without credentials, and gives what comes back', async () => {
  const sent: unknown[] = [];
  const ask = asker(async (url, init) => {
    sent.push(url, init?.credentials, JSON.parse(typeof init?.body === 'string' ? init.body : ''));
    return Response.json({ modelVersion: QUESTION.modelVersion, items: ITEMS });
  });
  expect(await ask(QUESTION)).toEqual(ITEMS);
  expect(sent).toEqual(['https://shop.example/v1/recommendations/by-vector?site=site_testshop', 'omit', { modelVersion: QUESTION.modelVersion, vector: [64, -32], limit: 3 }]);
});

it.each<[string, () => Promise<Response>]>([
  ['is away', async () => { throw new TypeError('network'); }],
  ['is ill', async () => new Response('', { status: 503 })],
  ['has another model', async () => Response.json({ modelVersion: 'ba9876543210', items: ITEMS })],
  ['says something else', async () => Response.json({ modelVersion: QUESTION.modelVersion, items: 7 })],
  ['says what is no JSON', async () => new Response('<html>')],
])('has no answer where the server %s', async (_what, fetch) => {
  expect(await asker(fetch)(QUESTION)).toBeUndefined();
});
