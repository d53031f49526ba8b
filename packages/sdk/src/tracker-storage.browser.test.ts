import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { MemoryIngest } from './testing/memory-ingest.ts';
import { DOWN, PATIENT, SITE_KEY, expectQuiet, openShop, range, sendAll, numbersOf, withFreshShop } from './testing/open-shop.ts';

let context: BrowserContext;
let ingest: MemoryIngest;
withFreshShop((...fresh) => { [context, ingest] = fresh; });

const numbers = (): unknown[] => numbersOf(ingest);

describe('18: storage that fails', () => {
  it.each([
    ['IndexedDB is refused', () => Object.defineProperty(globalThis, 'indexedDB', { get: () => { throw new DOMException('refused', 'SecurityError'); } }), 'page'],
    ['IndexedDB fails', () => { IDBFactory.prototype.open = () => { throw new DOMException('broken', 'UnknownError'); }; }, 'page'],
    ['IndexedDB never answers', () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = (name) => Object.assign(open.call(indexedDB, `${name}-silent`), { addEventListener: () => undefined });
    }, 'page'],
    ['localStorage is refused', () => Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } }), 'device'],
    ['localStorage is full', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }, 'device'],
  ] as const)('%s', async (_what, init, storage) => {
    await context.addInitScript(init);
    const shop = await openShop(context, ingest);
    const status = storage === 'device' ? 'committed' : 'memory';
    expect(await shop.call('burst', 0, 3)).toMatchObject([{ status }, { status }, { status }]);
    await ingest.until(() => ingest.stored.length === 3);
    expect(numbers()).toEqual([0, 1, 2]);
    expect(await shop.call('diagnose')).toEqual({ storage, waiting: 0, lost: {} });
    await expectQuiet(shop);
  });

  it('too many events: the oldest go, counted and reported', async () => {
    ingest.disturb(DOWN);
    const shop = await openShop(context, ingest, { maxEvents: 50 });
    const warned = shop.page.waitForEvent('console', (message) => message.text().includes('full'));
    for (const first of range(6).map((k) => 10 * k)) await shop.call('burst', first, 10);
    await warned;
    await expect.poll(async () => (await shop.call('diagnose')).lost, PATIENT).toEqual({ full: 10 });
    ingest.disturb(undefined);
    await sendAll(shop);
    expect(numbers()).toEqual(range(50, 10));
  });

  it('quota exceeded: no error, and what is lost is counted', async () => {
    ingest.disturb(DOWN);
    // Before the first write: Chromium remembers for a while how much space it found.
    const session = await context.newCDPSession(await context.newPage());
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(ingest.pageUrl).origin, quotaSize: 200_000 });
    const shop = await openShop(context, ingest);
    const results = [];
    for (const first of range(10).map((k) => 30 * k)) results.push(...await shop.call('burst', first, 30, 3000));
    expect(results.filter(({ status }) => status !== 'committed' && status !== 'memory')).toEqual([]);
    const { lost } = await shop.call('diagnose');
    expect(results.filter(({ status }) => status === 'memory').length + (lost['full'] ?? 0)).toBeGreaterThan(0);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(ingest.pageUrl).origin });
    ingest.disturb(undefined);
    await sendAll(shop);
    expect(ingest.stored.length + (lost['full'] ?? 0)).toBe(300);
    expect(numbers().at(-1)).toBe(299);
    await expectQuiet(shop);
  });

  it('another page brings a newer version, or deletes the database', async () => {
    const shop = await openShop(context, ingest);
    await shop.call('burst', 0, 1);
    await shop.call('flush');
    const other = await openShop(context, ingest);
    const name = `vua-events-${SITE_KEY}`;
    await other.page.evaluate((of) => new Promise((resolve, reject) => {
      Object.assign(indexedDB.deleteDatabase(of), { onsuccess: resolve, onerror: reject });
    }), name);
    expect(await shop.call('burst', 1, 1)).toMatchObject([{ status: 'committed' }]);
    await shop.call('flush');
    await other.page.evaluate((of) => new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(of, 99);
      Object.assign(request, { onerror: reject, onsuccess: () => { request.result.close(); resolve(); } });
    }), name);
    expect(await shop.call('burst', 2, 1)).toMatchObject([{ status: 'memory', reason: 'no-storage' }]);
    await shop.call('flush');
    expect(numbers()).toEqual([0, 1, 2]);
    await expectQuiet(shop);
  });
});

describe('a page that goes', () => {
  it('sends what fits, and the next page the rest: 30 of 30 events of 3 KB', async () => {
    const shop = await openShop(context, ingest, { maxWaitMs: 60_000 });
    await shop.call('flush');
    const before = ingest.requests.length;
    await shop.page.evaluate(() => { void (globalThis as unknown as { lab: { burst(...given: number[]): Promise<unknown> } }).lab.burst(0, 30, 3000); });
    await shop.page.goto('about:blank');
    await ingest.until(() => ingest.requests.length > before);
    const last = ingest.requests.slice(before);
    expect(last.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(65_536);
    expect(last.map(({ type, encoding }) => [type, encoding])).toEqual([['text/plain;charset=UTF-8', undefined]]);
    expect(numbers()).toEqual(range(ingest.stored.length));
    expect(ingest.stored.length).toBeGreaterThanOrEqual(15);
    await openShop(context, ingest);
    await ingest.until(() => ingest.stored.length === 30);
    expect(numbers()).toEqual(range(30));
  });

  it('sends what storage has not answered for yet', async () => {
    await context.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = (name) => Object.assign(open.call(indexedDB, `${name}-silent`), { addEventListener: () => undefined });
    });
    const shop = await openShop(context, ingest, { maxWaitMs: 60_000 });
    await shop.page.evaluate(() => {
      void (globalThis as unknown as { lab: { burst(...given: number[]): Promise<unknown> } }).lab.burst(0, 5);
      dispatchEvent(new PageTransitionEvent('pagehide'));
    });
    await ingest.until(() => ingest.stored.length === 5);
    expect(numbers()).toEqual(range(5));
  });

  it('sends by beacon where fetch cannot outlive the page', async () => {
    await context.addInitScript(() => { delete (Request.prototype as { keepalive?: boolean }).keepalive; });
    const shop = await openShop(context, ingest, { maxWaitMs: 60_000 });
    await shop.call('burst', 0, 5);
    await shop.page.goto('about:blank');
    await ingest.until(() => ingest.stored.length === 5);
    expect(numbers()).toEqual(range(5));
  });
});
