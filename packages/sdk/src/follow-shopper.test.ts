import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { ConsentState, VuaEvent } from '@vua/models/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShopperRanking } from './actions/index.ts';
import { sampleFiles, sampleManifest } from './actions/testing/sample-model.ts';
import type { ShopperSource } from './actions/recommendations/shopper-source.ts';
import { OPEN_RANKING, type RankingPage, SHOPPER, followShopper } from './follow-shopper.ts';

const UNKNOWN: ConsentState = { analytics: 'unknown', personalization: 'unknown', statistics: 'unknown' };

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  for (const [name, value] of Object.entries(await import('fake-indexeddb'))) if (name.startsWith('IDB') && name !== 'IDBFactory') vi.stubGlobal(name, value);
});
afterEach(() => vi.unstubAllGlobals());

const id = (k: number): string => `00000000-0000-7000-8000-${String(k).padStart(12, '0')}`;
let count = 0;

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

/** A page of a shop whose server has the sample model. */
async function openPage(first: ConsentState) {
  const contents = sampleFiles();
  const files = await Promise.all(Object.entries(contents).map(async ([name, bytes]) => ({ name, bytes: bytes.length, sha256: await hashOf(bytes), url: `/files/${name}` })));
  const asked: URL[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url);
    if (url.pathname.endsWith('/active')) return Response.json({ kind: 'sequence', version: '0123456789ab', files, manifest: sampleManifest() });
    return new Response(contents[url.pathname.split('/').at(-1) ?? '']);
  };
  const [listeners, changes] = [new Set<(event: VuaEvent) => void>(), new Set<() => void>()];
  let consent = first;
  const page: RankingPage = {};
  const add = <T>(set: Set<T>, listener: T) => { set.add(listener); return () => void set.delete(listener); };
  followShopper(
    { listen: (listener) => add(listeners, listener), consent: { read: () => consent, onChange: (listener) => add(changes, listener) } },
    { siteKey: 'site_testshop', apiUrl: new URL('https://shop.example/'), fetch }, undefined, undefined, page,
  );
  return {
    asked,
    open: async () => await page[OPEN_RANKING]?.() as ShopperRanking,
    shopper: async () => await page[SHOPPER] as ShopperSource,
    view(itemId: string) {
      const event: VuaEvent = { id: id(count += 1), version: 1, timeMs: Date.now(), sessionId: id(1), anonymousId: id(2), consent, type: 'view_item', data: { item: { itemId } } };
      for (const listener of listeners) listener(event);
    },
    choose(next: ConsentState) {
      consent = next;
      for (const listener of changes) listener();
    },
    databases: async () => (await indexedDB.databases()).map(({ name = '' }) => name).toSorted((a, b) => a.localeCompare(b)),
  };
}

describe('followShopper', () => {
  it('ranks by what was done before its code was there, and after', async () => {
    const page = await openPage(UNKNOWN);
    page.view('item-3');
    const ranking = await page.open();
    page.view('item-9');
    const answer = await ranking.rank(40);
    expect(answer).toMatchObject({ status: 'ranked', by: 'device', modelVersion: '0123456789ab' });
    const items = answer.status === 'ranked' ? answer.items.map(({ itemId }) => itemId) : [];
    expect(items).toHaveLength(38);
    expect(items).not.toContain('item-3');
    expect(items).not.toContain('item-9');
  });

  it('tells the element what is likely next, and because of what', async () => {
    const page = await openPage({ ...UNKNOWN, personalization: 'granted' });
    page.view('item-3');
    page.view('item-9');
    const expectation = await (await page.shopper()).expect?.(12);
    expect(expectation?.items).toHaveLength(12);
    const causes = expectation?.items.flatMap(({ itemId }) => expectation.causeOf(itemId) ?? []) ?? [];
    expect(causes).not.toEqual([]);
    expect(causes.filter((itemId) => itemId !== 'item-3' && itemId !== 'item-9')).toEqual([]);
    expect(page.asked.every(({ search }) => !search.includes('item'))).toBe(true);
  });

  it('asks nobody before it is asked, sends nothing of the shopper but a share of a thousand, and keeps nothing without consent', async () => {
    const page = await openPage(UNKNOWN);
    page.view('item-3');
    const ranking = await page.open();
    expect(page.asked).toEqual([]);
    await ranking.rank(5);
    expect(page.asked[0]?.search).toMatch(/^\?site=site_testshop&bucket=\d{1,3}$/);
    expect(page.asked.slice(1).every(({ search, pathname }) => search === '' && pathname.startsWith('/files/'))).toBe(true);
    expect(await page.databases()).toEqual([]);
  });

  it('keeps steps and model on the device with consent, and leaves no trace once it is taken back', async () => {
    const page = await openPage({ ...UNKNOWN, personalization: 'granted' });
    const ranking = await page.open();
    page.view('item-3');
    await ranking.rank(5);
    expect(await page.databases()).toEqual(['vua-model-site_testshop', 'vua-sequence-site_testshop']);
    page.choose({ ...UNKNOWN, personalization: 'denied' });
    await ranking.rank(5);
    await vi.waitFor(async () => expect(await page.databases()).toEqual([]));
  });
});
