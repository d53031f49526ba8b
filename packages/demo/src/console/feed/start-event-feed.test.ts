import type { EventPage, RecordedEvent } from '@vua/models/contracts';
import { expect, it, vi } from 'vitest';
import { backOffMs } from './back-off-ms.ts';
import type { Connection } from './connection.ts';
import type { Reading } from './reading.ts';
import { type FeedDeps, startEventFeed } from './start-event-feed.ts';

const event = (id: string): RecordedEvent => ({ id, type: 'view_item', timeMs: 1, receivedMs: 1, sessionId: 's', anonymousId: 'a', data: {} });
const FAILED = { status: 'failed', reason: 'other' } as const;
const read = <T>(value: T): Reading<T> => ({ status: 'read', value });

/** A server: answers of the stream in turn, the last of them for ever. */
function openFeed(streams: readonly (() => Reading<ReadableStream<Uint8Array>>)[], { pages = [read<EventPage>({ events: [] })], ...changes }: Partial<FeedDeps> & { pages?: readonly Reading<EventPage>[] } = {}) {
  const connections: Connection[] = [];
  const ids: string[] = [];
  const days: boolean[] = [];
  const waits: number[] = [];
  let opened = 0;
  let asked = 0;
  const held = Promise.withResolvers<void>();
  const stop = startEventFeed({
    api: {
      openStream: async () => streams[Math.min(opened++, streams.length - 1)]?.() ?? FAILED,
      readEvents: async () => pages[Math.min(asked++, pages.length - 1)] ?? FAILED,
    },
    onEvents: (events) => ids.push(...events.map(({ id }) => id)),
    onConnection: (connection) => connections.push(connection),
    onDay: (isComplete) => days.push(isComplete),
    now: () => 100_000_000, dayStartMs: () => 0, random: () => 1,
    wait: async (ms) => {
      waits.push(ms);
      // Later waits are held, so that no test runs for ever.
      if (waits.length >= 20) await held.promise;
    },
    ...changes,
  });
  return { connections, days, ids, stop, waits, statuses: () => connections.map(({ status }) => status) };
}

const streamOf = (...texts: readonly string[]) => () => read(new ReadableStream<Uint8Array>({
  start(controller) {
    for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
  },
}));
const endedStream = () => read(new ReadableStream<Uint8Array>({ start: (controller) => controller.close() }));

it('hands on what is stored, then what comes', async () => {
  const feed = openFeed([streamOf(':\n\n', `data: ${JSON.stringify(event('new'))}\n\ndata: {"not":"an event"}\n\ndata: [\n\n`)], { pages: [read<EventPage>({ events: [event('a')], next: 'a' }), read<EventPage>({ events: [event('b')] })] });
  await vi.waitFor(() => expect(feed.ids).toContain('new'));
  expect(feed.ids.slice(0, 2)).toEqual(['a', 'b']);
  expect(feed.statuses()).toEqual(['connecting', 'live']);
  expect(feed.days).toEqual([true]);
  feed.stop();
});

it('comes back after the stream ended', async () => {
  const feed = openFeed([endedStream, streamOf()]);
  await vi.waitFor(() => expect(feed.statuses()).toEqual(['connecting', 'live', 'reconnecting', 'live']));
  feed.stop();
});

it('comes back at once, and without a word of loss, after a stream that lived its minute', async () => {
  let timeMs = 100_000_000;
  const lived = () => read(new ReadableStream<Uint8Array>({
    // Read from only after the feed caught up.
    pull(controller) {
      timeMs += 60_000;
      controller.close();
    },
  }, { highWaterMark: 0 }));
  const feed = openFeed([lived, lived, streamOf(':\n\n')], { now: () => timeMs, pages: [read<EventPage>({ events: [] }), read<EventPage>({ events: [] }), read<EventPage>({ events: [event('between')] })] });
  await vi.waitFor(() => expect(feed.statuses()).toEqual(['connecting', 'live', 'live', 'live']));
  expect(feed.waits).toEqual([]);
  expect(feed.ids).toEqual(['between', 'between']);
  // The day is not read again.
  expect(feed.days).toEqual([true]);
  feed.stop();
});

it('stops at the end of a stream whose key was revoked', async () => {
  let timeMs = 100_000_000;
  const feed = openFeed([() => read(new ReadableStream<Uint8Array>({
    pull(controller) {
      timeMs += 60_000;
      controller.close();
    },
  }, { highWaterMark: 0 })), () => ({ status: 'refused', reason: 'unauthenticated' })], { now: () => timeMs });
  await vi.waitFor(() => expect(feed.connections).toEqual([{ status: 'connecting' }, { status: 'live' }, { status: 'refused', reason: 'unauthenticated' }]));
});

it('takes a silent stream for a dead one', async () => {
  const feed = openFeed([streamOf(':\n\n')], { silenceMs: 1 });
  await vi.waitFor(() => expect(feed.statuses()).toContain('reconnecting'));
  feed.stop();
});

it('asks every few seconds where the stream does not come through, and tries it again later', async () => {
  const feed = openFeed([() => FAILED, () => FAILED, () => FAILED, () => FAILED, streamOf()]);
  await vi.waitFor(() => expect(feed.statuses().at(-1)).toBe('live'));
  expect(feed.waits.slice(0, 3)).toEqual([1000, 2000, 4000]);
  expect(feed.statuses().filter((status) => status === 'polling')).toHaveLength(12);
  feed.stop();
});

it.each(['unauthenticated', 'forbidden'] as const)('stops where the key opens nothing: %s', async (reason) => {
  const feed = openFeed([() => ({ status: 'refused', reason })]);
  await vi.waitFor(() => expect(feed.connections.at(-1)).toEqual({ status: 'refused', reason }));
  expect(feed.waits).toEqual([]);
});

it('says when a day has more events than it reads', async () => {
  const feed = openFeed([streamOf()], { pages: [read<EventPage>({ events: [], next: 'more' })] });
  await vi.waitFor(() => expect(feed.days).toEqual([false]));
  feed.stop();
});

it('waits longer each time, spread, and never longer than half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((failures) => backOffMs(failures, 1))).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(backOffMs(3, 0)).toBe(2000);
});
