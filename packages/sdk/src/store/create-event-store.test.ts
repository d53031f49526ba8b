import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createEventStore } from './create-event-store.ts';
import { type EventDatabase, createEventDatabase } from './event-database.ts';
import type { DropCounts } from './event-store.ts';
import { type NewRow, rowOf } from './queued-row.ts';

const DAY = 86_400_000;
const ALL = { events: 10_000, bytes: 1e9 };

beforeEach(() => { globalThis.indexedDB = new IDBFactory(); });

const rows = (count: number, first = 0, timeMs = 0): NewRow[] => Array.from({ length: count }, (_, k) => rowOf(`id-${first + k}`, timeMs + k, { number: first + k }));
const failing = (name = 'UnknownError'): EventDatabase => ({ run: () => Promise.reject(new DOMException('broken', name)), close: () => undefined });

interface Setup {
  readonly maxEvents?: number;
  readonly maxAgeMs?: number;
  readonly now?: () => number;
  readonly database?: EventDatabase;
}

function open(given: Setup = {}) {
  const drops: DropCounts[] = [];
  const store = createEventStore({ name: 'shop', now: () => 0, onDrop: (counts) => drops.push(counts), ...given });
  const ids = async (): Promise<string[]> => (await store.peek(ALL)).map(({ id }) => id);
  return { store, drops, ids };
}

const idsFrom = (count: number, first = 0): string[] => rows(count, first).map(({ id }) => id);

describe.each([
  ['on the device', (): Setup => ({}), 'device'],
  ['in memory', (): Setup => ({ database: failing() }), 'page'],
] as const)('the event store, %s', (_where, setup, lasts) => {
  it('keeps events in their order until they are removed', async () => {
    const { store, ids } = open(setup());
    const [first] = await Promise.all([store.add(rows(3)), store.add(rows(2, 3)), store.add(rows(1, 5))]);
    expect(first?.lasts).toBe(lasts);
    expect(await ids()).toEqual(idsFrom(6));
    const [, second, , fourth] = await store.peek(ALL);
    expect(await store.remove([second, fourth].filter((row) => row !== undefined))).toBe(true);
    expect(await ids()).toEqual(['id-0', 'id-2', 'id-4', 'id-5']);
  });

  it('reads no more than was asked for, but one row in every case', async () => {
    const { store } = open(setup());
    await store.add(rows(250));
    expect(await store.peek({ events: 120, bytes: 1e9 })).toHaveLength(120);
    const bytes = (await store.peek({ events: 30, bytes: 1e9 })).reduce((sum, row) => sum + row.bytes + 1, 0);
    expect(await store.peek({ events: 250, bytes })).toHaveLength(30);
    expect(await store.peek({ events: 250, bytes: 1 })).toHaveLength(1);
    expect(await store.peek(ALL)).toHaveLength(250);
  });

  it('drops the oldest beyond its limit, and says how many', async () => {
    const { store, ids, drops } = open({ ...setup(), maxEvents: 10 });
    for (let first = 0; first < 24; first += 4) await store.add(rows(4, first));
    await vi.waitFor(async () => expect(await ids()).toEqual(idsFrom(10, 14)));
    await vi.waitFor(() => expect(drops.reduce((sum, { full }) => sum + full, 0)).toBe(14));
  });

  it('forgets everything', async () => {
    const { store, ids } = open(setup());
    await store.add(rows(3));
    await store.clear();
    expect(await ids()).toEqual([]);
  });
});

describe('on the device', () => {
  it('outlives the page', async () => {
    const { store } = open();
    await store.add(rows(3));
    store.close();
    expect(await open().ids()).toEqual(idsFrom(3));
  });

  it('drops what is too old, and says how many', async () => {
    const { store } = open();
    await store.add(rows(150));
    const later = open({ now: () => 7 * DAY + 120 });
    await later.store.add(rows(1, 150, 7 * DAY));
    await vi.waitFor(async () => expect(await later.ids()).toEqual(idsFrom(31, 120)));
    await vi.waitFor(() => expect(later.drops).toEqual([{ old: 120, full: 0 }]));
    expect(await open({ now: () => 7 * DAY + 130 }).ids()).toEqual(idsFrom(21, 130));
  });

  it('counts what another page added', async () => {
    const [one, other] = [open({ maxEvents: 100 }), open({ maxEvents: 100 })];
    await one.store.add(rows(80));
    await other.store.add(rows(60, 80));
    await vi.waitFor(async () => expect(await one.ids()).toEqual(idsFrom(100, 40)));
  });

  it('changes a record in one step among pages', async () => {
    const pages = [open(), open(), open()];
    await Promise.all(pages.flatMap(({ store: { records } }) => [1, 2].map(() => records.update('count', (old) => (typeof old === 'number' ? old : 0) + 1))));
    expect(await open().store.records.update('count', (old) => old)).toBe(6);
  });

  it('makes room once where the quota is used up', async () => {
    const real = createEventDatabase('shop');
    let fails = 0;
    const { store, ids, drops } = open({ database: {
      ...real,
      run: (task) => (fails-- > 0 ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : real.run(task)),
    } });
    await store.add(rows(100));
    await vi.waitFor(async () => expect(await ids()).toHaveLength(100));
    fails = 1;
    expect(await store.add(rows(1, 100))).toMatchObject({ lasts: 'device' });
    expect(drops).toEqual([{ old: 0, full: 10 }]);
    expect(await ids()).toEqual(idsFrom(91, 10));
  });

  it('holds in memory what the device does not take, and both keep their order', async () => {
    const real = createEventDatabase('shop');
    let isFull = false;
    const { store, ids } = open({ database: { ...real, run: (task) => (isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : real.run(task)) } });
    await store.add(rows(2));
    isFull = true;
    expect(await store.add(rows(2, 2))).toMatchObject({ lasts: 'page' });
    isFull = false;
    expect(await ids()).toEqual(idsFrom(4));
    await store.remove(await store.peek(ALL));
    expect(await ids()).toEqual([]);
  });

  it('lets another page delete or upgrade its database', async () => {
    const { store } = open();
    await store.add(rows(1));
    const newer = await openDB('shop', 99);
    expect(await store.add(rows(1, 1))).toMatchObject({ lasts: 'page' });
    newer.close();
  });

  it('does not wait for a database that never opens', async () => {
    vi.useFakeTimers();
    const opening = vi.fn<() => Promise<never>>(() => new Promise(() => undefined));
    const { store } = open({ database: createEventDatabase('shop', opening) });
    const added = store.add(rows(1));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await added).toMatchObject({ lasts: 'page' });
    expect(await store.add(rows(1, 1))).toMatchObject({ lasts: 'page' });
    expect(opening).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('uses a database that opens late, and sets no clock once it is open', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { promise: slow, resolve: goOn } = Promise.withResolvers<void>();
    const opening = (async (...given: Parameters<typeof openDB>) => {
      await slow;
      return openDB(...given);
    }) as typeof openDB;
    const { store } = open({ database: createEventDatabase('shop', opening) });
    const early = store.add(rows(1));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await early).toMatchObject({ lasts: 'page' });
    goOn();
    await vi.waitUntil(async () => (await store.add(rows(1, 1))).lasts === 'device');
    const added = store.add(rows(1, 2));
    expect(vi.getTimerCount()).toBe(0);
    expect(await added).toMatchObject({ lasts: 'device' });
  });
});

it('lets go of a database that opens after it was closed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { promise: slow, resolve: goOn } = Promise.withResolvers<{ close: () => void }>();
  const close = vi.fn<() => void>();
  const { store } = open({ database: createEventDatabase('shop', (() => slow) as unknown as typeof openDB) });
  const added = store.add(rows(1));
  await vi.advanceTimersByTimeAsync(3000);
  expect(await added).toMatchObject({ lasts: 'page' });
  store.close();
  goOn({ close });
  await vi.waitUntil(() => close.mock.calls.length === 1);
});

it('never rejects, whatever storage does', async () => {
  const { store } = open({ database: failing() });
  expect(await store.records.update('x', () => 1)).toBe(undefined);
  expect(await store.clear()).toBe(false);
  expect(await store.remove([{ ...rowOf('a', 0, {}), seq: 1 }])).toBe(false);
});
