import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../tools/testing/open-browser.ts';
import type { MemoryIngest } from './testing/memory-ingest.ts';
import { type ShopPage, SITE_KEY, openShop, sendAll, startShop } from './testing/open-shop.ts';
import { crashTabs, killBrowsers, raceTabs } from './testing/tracker-faults.ts';

/** `VUA_SEED` plays a failed run again. */
const SEED = Number(process.env['VUA_SEED'] ?? Date.now() % 1_000_000_000);

let browser: Browser;
let context: BrowserContext;
let ingest: MemoryIngest;

beforeAll(async () => { browser = await openBrowser(); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  [context, ingest] = [await browser.newContext(), await startShop()];
});
afterEach(async () => {
  await context.close();
  await ingest.close();
});

const numbers = (): unknown[] => ingest.stored.map(({ data }) => (data as { values: { number: number } }).values.number);
const range = (count: number, first = 0): number[] => Array.from({ length: count }, (_, k) => first + k);

async function quiet({ call }: ShopPage): Promise<void> {
  expect(await call('problems')).toEqual([]);
}

const databases = (page: Page): Promise<(string | undefined)[]> => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
/** On a busy machine too. */
const PATIENT = { timeout: 30_000 };
const DOWN = () => ({ kind: 'cut' }) as const;

describe('an event', () => {
  it('is committed, sent and deleted, in a strict page of another origin', async () => {
    const shop = await openShop(context, ingest);
    expect(await shop.call('burst', 0, 3)).toMatchObject([{ status: 'committed' }, { status: 'committed' }, { status: 'committed' }]);
    await ingest.until(() => ingest.stored.length === 3);
    expect(numbers()).toEqual([0, 1, 2]);
    expect(await shop.call('flush')).toEqual({ status: 'empty' });
    const before = ingest.requests.length;
    expect(await shop.call('flush')).toEqual({ status: 'empty' });
    expect(ingest.requests.length).toBe(before);
    await quiet(shop);
  });

  it('travels packed, without a cookie and without the address of the page', async () => {
    await context.addCookies([{ name: 'tracking', value: '1', url: ingest.apiUrl }]);
    const shop = await openShop(context, ingest);
    await shop.page.evaluate(() => history.replaceState(undefined, '', '/orders?email=lan@shop.example'));
    await shop.call('burst', 0, 100);
    await ingest.until(() => ingest.stored.length === 100);
    expect(ingest.requests.filter(({ path }) => path.startsWith('/v1/events')).map(({ encoding }) => encoding)).toContain('gzip');
    expect(ingest.requests.filter(({ hasCookie }) => hasCookie)).toEqual([]);
    expect(new Set(ingest.requests.map(({ referrer }) => referrer))).toEqual(new Set([ingest.pageUrl]));
  });

  it('is refused with the place of its fault, and never with an error', async () => {
    const shop = await openShop(context, ingest);
    expect(await shop.call('track', 'click', { target: '' })).toEqual({ status: 'rejected', path: '/data/target' });
    expect(await shop.call('track', '__proto__', {})).toEqual({ status: 'rejected', path: '/type' });
    await quiet(shop);
  });
});

describe('consent', () => {
  it('unknown: waits in memory, without a database, until the shopper agrees on this page', async () => {
    const shop = await openShop(context, ingest, {}, false);
    expect(await shop.call('burst', 0, 2)).toMatchObject([{ status: 'memory', reason: 'consent-unknown' }, { status: 'memory', reason: 'consent-unknown' }]);
    expect(await databases(shop.page)).toEqual([]);
    expect(ingest.requests).toEqual([]);
    await shop.call('choose', { analytics: 'granted' });
    await shop.call('burst', 2, 1);
    await ingest.until(() => ingest.stored.length === 3 && ingest.consents.length === 1);
    expect(numbers()).toEqual([0, 1, 2]);
    expect(ingest.stored.map(({ consent }) => consent.analytics)).toEqual(['unknown', 'unknown', 'granted']);
    expect(ingest.consents).toMatchObject([{ choices: { analytics: 'granted', personalization: 'unknown' }, textVersion: 'banner-1', source: 'shopper', anonymousId: ingest.stored[0]?.anonymousId }]);
  });

  it('unknown: once agreed to, the next page belongs to the same session, also where nothing more was done on this one', async () => {
    const first = await openShop(context, ingest, {}, false);
    await first.call('burst', 0, 1);
    await first.call('choose', { analytics: 'granted' });
    await ingest.until(() => ingest.stored.length === 1);
    await first.page.close();
    const second = await openShop(context, ingest);
    await second.call('burst', 1, 1);
    await ingest.until(() => ingest.stored.length === 2);
    expect(new Set(ingest.stored.map(({ sessionId }) => sessionId)).size).toBe(1);
  });

  it('unknown: gone with the page', async () => {
    const first = await openShop(context, ingest, {}, false);
    await first.call('burst', 0, 2);
    await first.page.goto('about:blank');
    await first.page.close();
    const second = await openShop(context, ingest);
    await second.call('burst', 2, 1);
    await second.call('flush');
    expect(numbers()).toEqual([2]);
  });

  it('denied: never sent, also not after later consent, and proven to the server all the same', async () => {
    const shop = await openShop(context, ingest, {}, false);
    await shop.call('burst', 0, 1);
    await shop.call('choose', { analytics: 'denied' });
    expect(await shop.call('burst', 1, 1)).toEqual([{ status: 'not-kept', reason: 'denied' }]);
    expect(await databases(shop.page)).toEqual([]);
    await shop.call('choose', { analytics: 'granted' });
    await shop.call('burst', 2, 1);
    await shop.call('flush');
    await ingest.until(() => ingest.consents.length === 2);
    expect(numbers()).toEqual([2]);
  });

  it('taken back: what waited on the device is deleted, for all pages', async () => {
    ingest.disturb(DOWN);
    const [first, second] = [await openShop(context, ingest), await openShop(context, ingest)];
    await first.call('burst', 0, 5);
    await second.call('choose', { analytics: 'denied' });
    await expect.poll(async () => (await first.call('consent')).analytics, PATIENT).toBe('denied');
    expect(await first.call('burst', 5, 1)).toMatchObject([{ status: 'not-kept' }]);
    ingest.disturb(undefined);
    await second.call('choose', { analytics: 'granted' });
    await second.call('burst', 6, 1);
    await second.call('flush');
    expect(numbers()).toEqual([6]);
  });

  it('taken back: holds, though the browser forgets what was written last', async () => {
    const key = `vua.consent.${SITE_KEY}`;
    const shop = await openShop(context, ingest);
    await shop.call('burst', 0, 1);
    await shop.call('flush');
    const before = await shop.page.evaluate((of) => localStorage.getItem(of) ?? '', key);
    await shop.call('choose', { analytics: 'denied' });
    await ingest.until(() => ingest.consents.length === 2);
    await shop.page.evaluate(([of, text]) => localStorage.setItem(of, text), [key, before] as const);
    await shop.page.close();
    const next = await openShop(context, ingest, {}, false);
    await expect.poll(async () => (await next.call('consent')).analytics, PATIENT).toBe('denied');
    expect((await next.call('burst', 1, 1)).map(({ status }) => status)).toEqual(['not-kept']);
    expect(numbers()).toEqual([0]);
  });

  it.each([
    ['Global Privacy Control', 'global-privacy-control', () => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })],
    ['Do Not Track', 'do-not-track', () => Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => '1' })],
  ])('%s counts as denied for analytics', async (_name, source, init) => {
    await context.addInitScript(init);
    const shop = await openShop(context, ingest, {}, false);
    expect(await shop.call('burst', 0, 1)).toEqual([{ status: 'not-kept', reason: 'denied' }]);
    expect(await shop.call('choose', { analytics: 'granted', personalization: 'granted' })).toMatchObject({ status: 'kept', choices: { analytics: 'denied', personalization: 'granted' } });
    await ingest.until(() => ingest.consents.length === 1);
    expect(ingest.consents).toMatchObject([{ source, choices: { analytics: 'denied' } }]);
    expect(ingest.stored).toEqual([]);
  });

  it('is proven later where the server was away', async () => {
    ingest.disturb(DOWN);
    const first = await openShop(context, ingest, {}, false);
    await first.call('choose', { analytics: 'denied' });
    await first.call('flush');
    await first.page.close();
    ingest.disturb(undefined);
    await openShop(context, ingest, {}, false);
    await ingest.until(() => ingest.consents.length === 1);
    expect(ingest.consents).toMatchObject([{ choices: { analytics: 'denied' } }]);
  });
});

describe('faults', () => {
  it('15: offline for 10 minutes, 1,000 events: all arrive once, in order', async () => {
    const shop = await openShop(context, ingest);
    await shop.page.clock.install();
    await context.setOffline(true);
    for (const first of range(10).map((k) => 100 * k)) {
      expect((await shop.call('burst', first, 100)).every(({ status }) => status === 'committed')).toBe(true);
      await shop.page.clock.fastForward('01:00');
    }
    expect(ingest.stored).toEqual([]);
    await context.setOffline(false);
    await ingest.until(() => ingest.stored.length === 1000);
    expect(numbers()).toEqual(range(1000));
    expect(new Set(ingest.stored.map(({ id }) => id)).size).toBe(1000);
    await quiet(shop);
  });

  it(`16: tabs that crash while they upload (seed ${SEED})`, async () => {
    const { committed, lost } = await crashTabs(browser, 2, SEED);
    expect(committed).toBeGreaterThan(0);
    expect(lost).toBe(0);
  });

  it(`16: a browser that is killed while it uploads (seed ${SEED})`, async () => {
    const { committed, lost } = await killBrowsers(1, SEED);
    expect(committed).toBeGreaterThan(0);
    expect(lost).toBe(0);
  });

  it.each(['web-locks', 'lease'] as const)('17: two tabs that flush one queue, by %s', async (guard) => {
    expect(await raceTabs(browser, 5, guard)).toEqual({ committed: 50, lost: 0, sentTwice: 0 });
  });

  it('an answer that is lost: sent again, stored once', async () => {
    let cuts = 1;
    ingest.disturb(({ path }) => (path.startsWith('/v1/events') && cuts-- > 0 ? { kind: 'cut-after' } : undefined));
    const shop = await openShop(context, ingest);
    const [event] = await shop.call('burst', 0, 1);
    const id = event?.status === 'committed' ? event.id : '';
    await ingest.until(() => ingest.timesSent(id) === 2);
    expect(numbers()).toEqual([0]);
  });

  it('an event that the server can never take: found, dropped and reported; the others arrive', async () => {
    ingest.disturb(({ body }) => (JSON.stringify(body).includes('"number":7}') ? { kind: 'answer', status: 400, body: { code: 'invalid-request' } } : undefined));
    const shop = await openShop(context, ingest);
    await shop.call('burst', 0, 20);
    await sendAll(shop);
    expect(numbers()).toEqual(range(20).filter((number) => number !== 7));
    expect((await shop.call('diagnose')).lost).toEqual({ unsendable: 1 });
  });

  it('a shop that is not let in asks once, and the next page not at all', async () => {
    ingest.disturb(({ path }) => (path.startsWith('/v1/events') ? { kind: 'answer', status: 403, body: { code: 'forbidden' } } : undefined));
    const first = await openShop(context, ingest);
    await first.call('burst', 0, 200);
    expect(await first.call('flush')).toMatchObject({ status: 'retry' });
    const second = await openShop(context, ingest);
    await second.call('burst', 200, 200);
    expect(await second.call('flush')).toMatchObject({ status: 'retry' });
    expect(ingest.requests.filter(({ path }) => path.startsWith('/v1/events'))).toHaveLength(1);
  });
});

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
    await quiet(shop);
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
    await quiet(shop);
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
    await quiet(shop);
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
