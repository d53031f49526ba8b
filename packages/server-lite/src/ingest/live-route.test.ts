import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { RecordedEvent } from '@vua/models/contracts';
import { afterEach, expect, it, vi } from 'vitest';
import { createLiveEvents } from './live-events.ts';
import { openLiveStream } from './live-stream.ts';
import { openIngestApp, type IngestApp } from './testing/open-ingest-app.ts';
import { sampleEvent } from './testing/sample-events.ts';
import { toStoredEvent } from './to-stored-event.ts';

let opened: IngestApp | undefined;
afterEach(async () => {
  vi.useRealTimers();
  // `fetch` opens connections in store, and a server waits for those that never asked.
  opened?.app.server.closeAllConnections();
  await opened?.app.close();
});

async function listen(): Promise<string> {
  opened = await openIngestApp();
  await opened.app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(opened.app.server.address() as AddressInfo).port}`;
}

const send = (url: string, ...events: readonly unknown[]): Promise<Response> =>
  fetch(`${url}/v1/events`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ sentAtMs: Date.now(), events }) });

/** Reads until the text holds what is waited for. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, isEnough: (text: string) => boolean): Promise<string> {
  let text = '';
  while (!isEnough(text)) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += new TextDecoder().decode(value);
  }
  return text;
}

const storedSample = (text = 'a') => toStoredEvent(sampleEvent({ type: 'search', data: { term: text } } as never), { tenantId: 'shop', receivedMs: Date.now(), errorMs: 0 });

it('shows events the moment they are stored', async () => {
  const url = await listen();
  const response = await fetch(`${url}/v1/events/stream`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('no body');
  await readUntil(reader, (text) => text.includes(':\n\n'));
  const event = sampleEvent({ arms: { hero: 'b' } });
  await send(url, { ...event, version: 2 }, event);
  const text = await readUntil(reader, (got) => got.includes('data: '));
  const message = /^id: (.*)\ndata: (.*)\n\n$/m.exec(text);
  expect(message?.[1]).toBe(event.id);
  expect(JSON.parse(message?.[2] ?? '') as RecordedEvent).toMatchObject({ id: event.id, type: 'view_item', data: event.data, arms: event.arms, consent: event.consent });
  expect(text.match(/data: /g)).toHaveLength(1);
  await reader.cancel();
});

it('ends when the server closes', async () => {
  const url = await listen();
  const response = await fetch(`${url}/v1/events/stream`);
  const ended = response.text().then(() => 'ended', () => 'ended');
  await opened?.app.close();
  expect(await ended).toBe('ended');
});

it('lets at most twenty listen to a shop, and others when they leave', async () => {
  const url = await listen();
  const controller = new AbortController();
  const open = () => fetch(`${url}/v1/events/stream`, { signal: controller.signal });
  const responses = await Promise.all(Array.from({ length: 21 }, open));
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(20);
  const refused = responses.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toBe('60');
  await refused?.body?.cancel();
  controller.abort();
  await expect.poll(async () => {
    const response = await fetch(`${url}/v1/events/stream`);
    await response.body?.cancel();
    return response.status;
  }, { timeout: 10_000 }).toBe(200);
});

it('opens no stream for a question about it', async () => {
  opened = await openIngestApp();
  expect((await opened.app.inject({ method: 'HEAD', url: '/v1/events/stream' })).statusCode).toBe(404);
});

it('shows no shop the events of another', () => {
  const live = createLiveEvents();
  const stream = openLiveStream(live, 'other');
  stream?.read();
  live.publish('shop', [storedSample()]);
  expect(stream?.read()).toBeNull();
  stream?.destroy();
});

it('cuts off who reads too slowly, and holds no more than a quarter of a megabyte for them', async () => {
  const live = createLiveEvents();
  const stream = openLiveStream(live, 'shop');
  const closed = new Promise((resolve) => { stream?.once('close', resolve); });
  for (let sent = 0; sent < 100; sent++) live.publish('shop', Array.from({ length: 20 }, () => storedSample('a'.repeat(100))));
  await closed;
  expect(stream?.destroyed).toBe(true);
  expect(stream?.readableLength ?? 0).toBeLessThanOrEqual(256 * 1024);
  // Its place is free again.
  expect(Array.from({ length: 20 }, () => openLiveStream(live, 'shop')).every((other) => other !== undefined)).toBe(true);
});

it('ends after a minute, so that a key that was revoked reads no longer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const live = createLiveEvents();
  const stream = openLiveStream(live, 'shop');
  if (stream === undefined) throw new Error('no stream');
  const pieces: string[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece.toString()));
  const [ended, closed] = [once(stream, 'end'), once(stream, 'close')];
  vi.advanceTimersByTime(59_999);
  live.publish('shop', [storedSample('before')]);
  vi.advanceTimersByTime(1);
  live.publish('shop', [storedSample('after')]);
  await Promise.all([ended, closed]);
  expect(pieces.join('')).toContain('before');
  expect(pieces.join('')).not.toContain('after');
  // Its place is free again.
  expect(Array.from({ length: 20 }, () => openLiveStream(live, 'shop')).every((other) => other !== undefined)).toBe(true);
  expect(openLiveStream(live, 'shop')).toBeUndefined();
});

it('is closed soon after its end where nobody reads', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const stream = openLiveStream(createLiveEvents(), 'shop', { heartbeatMs: 40, lifeMs: 100 });
  vi.advanceTimersByTime(100);
  expect(stream?.destroyed).toBe(false);
  vi.advanceTimersByTime(39);
  expect(stream?.destroyed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(stream?.destroyed).toBe(true);
});
