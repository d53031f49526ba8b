import { afterEach, expect, it, vi } from 'vitest';
import { REQUEST_LIMIT_MS, createTransport } from './create-transport.ts';

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

function open(answer: (init: RequestInit) => Promise<Response>) {
  const calls: Call[] = [];
  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    calls.push({ url: url instanceof Request ? url.url : String(url), init });
    return answer(init);
  };
  return { calls, post: createTransport({ apiUrl: new URL('https://api.example/vua/'), siteKey: 'site_demoshop', now: () => 0, fetch }) };
}

const silent = (init: RequestInit): Promise<Response> => new Promise((_, reject) => {
  init.signal?.addEventListener('abort', () => reject(new DOMException('ended', 'AbortError')));
});

afterEach(() => { vi.useRealTimers(); });

it('asks as a page may without asking first, and without a cookie', async () => {
  const { calls, post } = open(async () => Response.json({ accepted: [] }, { status: 202, headers: { 'retry-after': '2' } }));
  expect(await post('events', '{}')).toEqual({ kind: 'answered', status: 202, retryAfterMs: 2000, body: { accepted: [] } });
  expect(calls[0]?.url).toBe('https://api.example/vua/v1/events?site=site_demoshop');
  expect(calls[0]?.init).toMatchObject({ method: 'POST', body: '{}', keepalive: false, credentials: 'omit', referrerPolicy: 'origin', headers: { 'content-type': 'text/plain;charset=UTF-8' } });
});

it('packs what is worth it, and only if it may', async () => {
  const { calls, post } = open(async () => new Response('', { status: 503 }));
  const long = JSON.stringify({ text: 'a'.repeat(10_000) });
  await post('events', long, { compress: true });
  await post('events', '{}', { compress: true });
  await post('events', long);
  const [packed, short, plain] = calls.map(({ init }) => init);
  expect(packed?.headers).toMatchObject({ 'content-encoding': 'gzip' });
  const stream = new Response(packed?.body).body?.pipeThrough(new DecompressionStream('gzip'));
  expect(await new Response(stream).text()).toBe(long);
  expect([short?.body, plain?.body]).toEqual(['{}', long]);
});

it('answers where the answer is no JSON, and where there is none', async () => {
  expect(await open(async () => new Response('<!doctype html>')).post('events', '{}')).toMatchObject({ kind: 'answered', status: 200, body: undefined });
  expect(await open(() => Promise.reject(new TypeError('refused'))).post('events', '{}')).toEqual({ kind: 'unreachable' });
  expect(await open(() => { throw new Error('replaced by the page'); }).post('events', '{}')).toEqual({ kind: 'unreachable' });
});

it('gives up in the end, and at once when it may not go on', async () => {
  vi.useFakeTimers();
  const waiting = open(silent).post('events', '{}');
  await vi.advanceTimersByTimeAsync(REQUEST_LIMIT_MS);
  expect(await waiting).toEqual({ kind: 'unreachable' });
  const consent = new AbortController();
  const stopped = open(silent).post('events', '{}', { signal: consent.signal });
  await Promise.resolve();
  consent.abort();
  expect(await stopped).toEqual({ kind: 'unreachable' });
});
