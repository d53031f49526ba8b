import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsentState, VuaEvent } from '@vua/models/contracts';
import { markItems } from '../events/mark-items.ts';
import { type ClickMemory, createClickMemory } from './click-memory.ts';
import { createHistoryStore } from './create-history-store.ts';
import { type HistoryStore, createMemoryHistoryStore } from './history-store.ts';
import { type KeptSequence, keepSequence } from './keep-sequence.ts';
import { describeHistoryStore } from './testing/describe-history-store.ts';
import { DENIED, GRANTED, START_MS, UNKNOWN, sampleEvent, viewOf } from './testing/sample-events.ts';

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  for (const [name, value] of Object.entries(await import('fake-indexeddb'))) if (name.startsWith('IDB') && name !== 'IDBFactory') vi.stubGlobal(name, value);
});
afterEach(() => vi.unstubAllGlobals());

describeHistoryStore('memory', async () => {
  const store = createMemoryHistoryStore();
  return [store, store];
});
describeHistoryStore('IndexedDB', async () => [createHistoryStore('history'), createHistoryStore('history')]);

it('IndexedDB: answers where there is none', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const store = createHistoryStore('history');
  expect([await store.read(), await store.update((old) => old), await store.clear()]).toEqual([[], false, false]);
});

/** A page of the shop. */
function openPage(store: HistoryStore, first: ConsentState, clicks: ClickMemory = { add: () => undefined, clear: () => undefined }) {
  const listeners = new Set<(event: VuaEvent) => void>();
  const changes = new Set<() => void>();
  let consent = first;
  const add = <T>(set: Set<T>, listener: T) => {
    set.add(listener);
    return () => void set.delete(listener);
  };
  const sequence: KeptSequence = keepSequence(
    { listen: (listener) => add(listeners, listener), consent: { read: () => consent, onChange: (listener) => add(changes, listener) } },
    { siteKey: 'site_testshop', store, clicks, now: () => START_MS + 60_000 },
  );
  return {
    sequence,
    view(itemId: string, captured = consent) { for (const listener of listeners) listener(viewOf(itemId, 0, 1, captured)); },
    click(itemId: string, recommendationId?: string, atS = 0) {
      const event = sampleEvent('recommendation_click', { placement: 'home', itemId, position: 0, ...(recommendationId !== undefined && { recommendationId }) }, atS, 1, consent);
      for (const listener of listeners) listener(event);
    },
    choose(next: Partial<ConsentState>) {
      consent = { ...consent, ...next };
      for (const listener of changes) listener();
    },
    items: async () => (await sequence.read()).map(({ itemId }) => itemId),
  };
}

const keptIn = async (store: HistoryStore): Promise<string[]> => (await store.read()).map(({ itemId }) => itemId);

describe('the kept sequence', () => {
  let store: HistoryStore;
  beforeEach(() => { store = createMemoryHistoryStore(); });

  it.each([['analytics'], ['personalization']] as const)('outlives the page with consent to %s', async (purpose) => {
    const page = openPage(store, { ...UNKNOWN, [purpose]: 'granted' });
    page.view('a');
    expect(await page.items()).toEqual(['a']);
    page.sequence.close();
    expect(await openPage(store, GRANTED).items()).toEqual(['a']);
  });

  it.each([['unknown', UNKNOWN], ['denied', DENIED], ['half denied', { ...UNKNOWN, analytics: 'denied' as const }]])('stays in the page where consent is %s', async (_what, consent) => {
    const page = openPage(store, consent);
    page.view('a');
    expect(await page.items()).toEqual(['a']);
    expect(await keptIn(store)).toEqual([]);
    expect(await openPage(store, consent).items()).toEqual([]);
  });

  it('takes along what happened while nobody had answered', async () => {
    const page = openPage(store, UNKNOWN);
    page.view('a');
    page.choose({ personalization: 'granted' });
    expect(await page.items()).toEqual(['a']);
    expect(await keptIn(store)).toEqual(['a']);
  });

  it('keeps nothing from after a refusal, also not after consent is given later', async () => {
    const page = openPage(store, UNKNOWN);
    page.view('a');
    page.choose(DENIED);
    page.view('b');
    page.choose(GRANTED);
    page.view('c');
    page.view('d', DENIED);
    expect(await page.items()).toEqual(['a', 'b', 'c', 'd']);
    expect(await keptIn(store)).toEqual(['c']);
  });

  it('goes when consent is taken back, for this page and those to come', async () => {
    const page = openPage(store, GRANTED);
    page.view('a');
    await page.items();
    page.choose({ analytics: 'denied' });
    expect(await page.items()).toEqual(['a']);
    expect(await keptIn(store)).toEqual([]);
    page.choose({ analytics: 'granted' });
    expect(await openPage(store, GRANTED).items()).toEqual([]);
  });

  it('stays while one of the two purposes is left', async () => {
    const page = openPage(store, { ...GRANTED, personalization: 'granted' });
    page.view('a');
    page.choose({ analytics: 'denied' });
    await page.items();
    expect(await keptIn(store)).toEqual(['a']);
  });

  it('goes at the next page where consent was taken back without one', async () => {
    const page = openPage(store, GRANTED);
    page.view('a');
    await page.items();
    await openPage(store, DENIED).items();
    expect(await keptIn(store)).toEqual([]);
  });

  it('is told by this page alone where the device keeps nothing', async () => {
    const broken: HistoryStore = { read: async () => [], update: async () => false, clear: async () => false, close: () => undefined };
    const page = openPage(broken, GRANTED);
    page.view('a');
    page.view('b');
    expect(await page.items()).toEqual(['a', 'b']);
  });

  it('hears nothing after it was closed', async () => {
    const page = openPage(store, GRANTED);
    page.sequence.close();
    page.sequence.close();
    page.view('a');
    expect(await page.items()).toEqual([]);
  });
});

describe('what was clicked in recommendations', () => {
  const KEY = 'vua.clicked.site_testshop';
  const DAY_S = 86_400;
  const NOW_MS = START_MS + 60_000;
  let kept: Map<string, string>;
  beforeEach(() => { kept = new Map(); });
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text), removeItem: (key: string) => void kept.delete(key) };
  const open = (consent: ConsentState) => openPage(createMemoryHistoryStore(), consent, createClickMemory('site_testshop', () => NOW_MS, () => storage));
  const clicked = (): unknown => JSON.parse(kept.get(KEY) ?? 'null');

  it.each([['analytics'], ['personalization']] as const)('is kept for seven days with consent to %s, at once', (purpose) => {
    const page = open({ ...UNKNOWN, [purpose]: 'granted' });
    page.click('a', 'r1');
    page.click('b');
    page.view('c');
    expect(clicked()).toEqual({ a: ['r1', START_MS + 7 * DAY_S * 1000] });
  });

  it.each([['unknown', UNKNOWN], ['denied', DENIED]])('is not kept where consent is %s', (_what, consent) => {
    open(consent).click('a', 'r1');
    expect([...kept]).toEqual([]);
  });

  it('is taken along where consent is given on this page, but not from after a refusal', () => {
    const page = open(UNKNOWN);
    page.click('a', 'r1');
    page.choose({ analytics: 'granted' });
    expect(clicked()).toMatchObject({ a: ['r1', expect.any(Number)] });
    page.choose(DENIED);
    page.click('b', 'r2');
    page.choose(GRANTED);
    expect(clicked()).toBeNull();
  });

  it('goes when consent is taken back, at once or at the next page', () => {
    const page = open(GRANTED);
    page.click('a', 'r1');
    page.choose(DENIED);
    expect([...kept]).toEqual([]);
    open(GRANTED).click('a', 'r1');
    open(DENIED);
    expect([...kept]).toEqual([]);
  });

  it('is the last click on an item, of the last fifty items, as long as they count', () => {
    const page = open(GRANTED);
    page.click('gone', 'r0', -8 * DAY_S);
    for (let k = 0; k < 60; k += 1) page.click(`i${k}`, `r${k}`, k - 100);
    page.click('i59', 'again', 5);
    const items = clicked() as Readonly<Record<string, readonly unknown[]>>;
    expect(Object.keys(items)).toEqual([...Array.from({ length: 49 }, (_, k) => `i${k + 10}`), 'i59']);
    expect(items['i59']?.[0]).toBe('again');
  });

  it.each(['', 'null', '7', '{', '{"a":7,"b":["r",null],"c":[1,9e15]}'])('begins anew where another hand wrote %s', (text) => {
    kept.set(KEY, text);
    open(GRANTED).click('z', 'r1');
    expect(clicked()).toEqual({ z: ['r1', START_MS + 7 * DAY_S * 1000] });
  });

  it('is named by the order that comes next', () => {
    open(GRANTED).click('a', 'r1');
    const order = { orderId: 'o', items: [{ itemId: 'a' }, { itemId: 'b' }], value: { amountMinor: 1, currency: 'VND' } };
    expect(markItems({ status: 'valid', type: 'purchase', data: order }, kept.get(KEY) ?? null, NOW_MS).data).toEqual({ ...order, items: [{ itemId: 'a', recommendationId: 'r1' }, { itemId: 'b' }] });
  });

  it('costs nothing else where the browser refuses storage', () => {
    const page = openPage(createMemoryHistoryStore(), GRANTED, createClickMemory('site_testshop', () => NOW_MS, () => { throw new DOMException('no', 'SecurityError'); }));
    page.click('a', 'r1');
    page.choose(DENIED);
    expect([...kept]).toEqual([]);
  });
});
