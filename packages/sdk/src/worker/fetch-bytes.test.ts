import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SdkError } from '../sdk-error.ts';
import { type FetchFile, STALL_LIMIT_MS, fetchBytes } from './fetch-bytes.ts';

const URL_OF_FILE = 'https://shop.example/sdk/lite.bin';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** An answer whose bytes come as the test says. */
function dripping(): { readonly response: Response; readonly drip: (text: string) => void; readonly end: () => void } {
  const pipe = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = pipe.writable.getWriter();
  return { response: new Response(pipe.readable), drip: (text) => void writer.write(new TextEncoder().encode(text)), end: () => void writer.close() };
}

/** What became of it, without waiting for it. */
function watched(answer: Promise<ArrayBuffer>): { outcome: string } {
  const seen = { outcome: 'waiting' };
  answer.then((bytes) => { seen.outcome = new TextDecoder().decode(bytes); }, (error: unknown) => { seen.outcome = SdkError.is(error) ? error.code : String(error); });
  return seen;
}

it('takes as long as bytes come', async () => {
  const { response, drip, end } = dripping();
  const seen = watched(fetchBytes(URL_OF_FILE, async () => response));
  for (const piece of ['slow', ' but', ' it', ' comes']) {
    await vi.advanceTimersByTimeAsync(STALL_LIMIT_MS - 1);
    drip(piece);
  }
  await vi.advanceTimersByTimeAsync(STALL_LIMIT_MS - 1);
  expect(seen.outcome).toBe('waiting');
  end();
  await vi.advanceTimersByTimeAsync(0);
  await vi.waitFor(() => expect(seen.outcome).toBe('slow but it comes'));
  expect(vi.getTimerCount()).toBe(0);
});

it('gives every byte and no other, whatever length was stated and however the browser streams', async () => {
  const piece = fc.uint8Array({ minLength: 1, maxLength: 40 });
  const length = fc.option(fc.oneof(fc.nat(400), fc.constantFrom('1e12', 'many', '-5')));
  await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 8 }), length, fc.constantFrom('bytes', undefined), async (pieces, stated, type) => {
    const start = (given: Pick<ReadableStreamDefaultController<Uint8Array>, 'enqueue' | 'close'>): void => {
      for (const one of pieces) given.enqueue(new Uint8Array(one));
      given.close();
    };
    const response = { ok: true, headers: new Headers(stated === null ? {} : { 'content-length': String(stated) }), body: new ReadableStream({ start, type } as UnderlyingDefaultSource<Uint8Array>) };
    const bytes = await fetchBytes(URL_OF_FILE, async () => response as Response);
    expect([...new Uint8Array(bytes)]).toEqual(pieces.flatMap((one) => [...one]));
  }));
  expect((await fetchBytes(URL_OF_FILE, async () => new Response(null))).byteLength).toBe(0);
});

it('gives up when nothing more comes, and ends the asking', async () => {
  const { response, drip } = dripping();
  const signals: AbortSignal[] = [];
  const seen = watched(fetchBytes(URL_OF_FILE, async (_url, { signal }) => {
    signals.push(signal);
    return response;
  }));
  await vi.advanceTimersByTimeAsync(0);
  drip('half a fi');
  await vi.advanceTimersByTimeAsync(STALL_LIMIT_MS - 1);
  expect(seen.outcome).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.outcome).toBe('model-unavailable');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

it('gives up when no answer begins, also where the signal means nothing', async () => {
  const seen = watched(fetchBytes(URL_OF_FILE, () => new Promise(() => undefined)));
  await vi.advanceTimersByTimeAsync(STALL_LIMIT_MS);
  expect(seen.outcome).toBe('model-unavailable');
});

it.each<readonly [what: string, fetch: FetchFile, code: string]>([
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
  ['is cut off', async () => new Response(new ReadableStream({ start: (pieces) => pieces.error(new TypeError('network error')) })), 'offline'],
  ['is not there', async () => new Response('', { status: 404 }), 'model-unavailable'],
])('says so when a file %s, and leaves no clock running', async (_what, fetch, code) => {
  await expect(fetchBytes(URL_OF_FILE, fetch)).rejects.toMatchObject({ code });
  expect(vi.getTimerCount()).toBe(0);
});
