import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { MemoryIngest } from './testing/memory-ingest.ts';
import { DOWN, PATIENT, SITE_KEY, openShop, numbersOf, withFreshShop } from './testing/open-shop.ts';

let context: BrowserContext;
let ingest: MemoryIngest;
withFreshShop((...fresh) => { [context, ingest] = fresh; });

const numbers = (): unknown[] => numbersOf(ingest);
const databases = (page: Page): Promise<(string | undefined)[]> => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

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
  ])('%s counts as denied for analytics, and leaves nothing until somebody chooses', async (_name, source, init) => {
    await context.addInitScript(init);
    const shop = await openShop(context, ingest, {}, false);
    expect(await shop.call('burst', 0, 1)).toEqual([{ status: 'not-kept', reason: 'denied' }]);
    await shop.call('flush');
    expect(ingest.consents).toEqual([]);
    expect(await shop.page.evaluate(() => localStorage.length)).toBe(0);
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
