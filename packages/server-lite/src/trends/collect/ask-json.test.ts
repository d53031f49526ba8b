import { afterEach, expect, it } from 'vitest';
import { openFakeServer, type FakeServer } from '../testing/fake-server.ts';
import { askJson } from './ask-json.ts';

const opened: FakeServer[] = [];
afterEach(() => Promise.all(opened.splice(0).map((fake) => fake.close())));

async function openFake(answer: Parameters<typeof openFakeServer>[0]): Promise<FakeServer> {
  const fake = await openFakeServer(answer);
  opened.push(fake);
  return fake;
}

const world = { fetch: globalThis.fetch, now: () => 7 };
const ask = (url: string, deps: Partial<Parameters<typeof askJson>[1]> = {}, signal = new AbortController().signal) => askJson({ url: new URL(url), token: 'secret-token', signal }, { ...world, ...deps });

it('gives an answer with what may be kept of it', async () => {
  const { url } = await openFake(() => ({ status: 400, headers: { 'x-app-usage': '{}' }, json: { error: 'of secret-token by @somebody' } }));
  const answer = await ask(url);
  expect(answer).toMatchObject({ status: 'answered', httpStatus: 400, takenMs: 7, json: { error: 'of [token] by @somebody' }, body: '{"error":"of [token] by @"}' });
});

it('follows no redirect: it would carry the token away', async () => {
  const elsewhere = await openFake(() => ({ status: 200, json: {} }));
  const { url } = await openFake(() => ({ status: 302, headers: { location: elsewhere.url }, json: {} }));
  expect(await ask(`${url}/?access_token=secret-token`)).toEqual({ status: 'unavailable', reason: 'network' });
  expect(elsewhere.calls).toEqual([]);
});

it('reads no answer without an end', async () => {
  let pulls = 0;
  const endless = async (): Promise<Response> => new Response(new ReadableStream({ pull: (controller) => { pulls += 1; controller.enqueue(new Uint8Array(1024 * 1024)); } }));
  expect(await ask('http://a.example', { fetch: endless })).toEqual({ status: 'unavailable', reason: 'too-large' });
  expect(pulls).toBeLessThan(12);
});

it('tells a timeout from nobody there, and from a stop', async () => {
  const fake = await openFake(() => ({ status: 200, json: {} }));
  fake.failNext('hang', 'hang');
  expect(await ask(fake.url, { timeoutMs: 50 })).toEqual({ status: 'unavailable', reason: 'timeout' });
  expect(await ask('http://127.0.0.1:1')).toEqual({ status: 'unavailable', reason: 'network' });
  const stop = new AbortController();
  const asked = ask(fake.url, {}, stop.signal);
  stop.abort();
  expect(await asked).toEqual({ status: 'stopped' });
});
