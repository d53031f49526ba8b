import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callPage } from '../../../../tools/testing/call-page.ts';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import type { lab } from '../testing/adapters-page.ts';
import { bundleBrowser } from '../testing/bundle-browser.ts';
import { type MemoryIngest, startMemoryIngest } from '../testing/memory-ingest.ts';

const SITE_KEY = 'site_adaptershop';
let browser: Browser;
let script: string;
let context: BrowserContext;
let ingest: MemoryIngest;

beforeAll(async () => {
  script = await bundleBrowser(fileURLToPath(new URL('../testing/adapters-page.ts', import.meta.url)));
  browser = await openBrowser();
});
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  [context, ingest] = [await browser.newContext(), await startMemoryIngest({ siteKey: SITE_KEY, script })];
});
afterEach(async () => {
  await context.close();
  await ingest.close();
});

type Lab = typeof lab;

type CallLab = <K extends keyof Lab>(name: K, ...given: Parameters<Lab[K]>) => Promise<Awaited<ReturnType<Lab[K]>>>;

async function openShop(query = '', isAsked = true): Promise<{ page: Page; call: CallLab }> {
  const page = await context.newPage();
  await page.goto(`${ingest.pageUrl}${query}`);
  await page.waitForFunction('globalThis.lab');
  const call: CallLab = (name, ...given) => callPage(page, 'lab', name, given) as never;
  await call('open', SITE_KEY, ingest.apiUrl, isAsked);
  return { page, call };
}

/** Once all events before have been told: they keep their order. */
async function stepsOf(call: CallLab): Promise<Awaited<ReturnType<Lab['steps']>>> {
  await call('search', 'linen');
  return call('steps');
}

const CART = { currency: 'VND', value: 980_000, items: [{ item_id: 'ao-linen', item_variant: 'Trắng / M', price: 490_000, quantity: 2 }] };

describe('a page with a data layer', () => {
  it('drives the tracker, by what it pushed before and pushes then', async () => {
    const { call } = await openShop();
    expect(await call('push', { event: 'add_to_cart', ecommerce: CART })).toBe(3);
    await call('gtag', 'purchase', { ...CART, transaction_id: 'DH-1' });
    await call('push', { event: 'page_view' });
    await ingest.until(() => ingest.stored.length === 3);
    const item = { itemId: 'ao-linen', size: 'M', colour: 'Trắng', price: { amountMinor: 490_000, currency: 'VND' } };
    expect(ingest.stored.map(({ type, data }) => [type, data])).toEqual([
      ['view_item', { item }],
      ['add_to_cart', { items: [{ ...item, quantity: 2 }] }],
      ['purchase', { orderId: 'DH-1', value: { amountMinor: 980_000, currency: 'VND' }, items: [{ ...item, quantity: 2 }] }],
    ]);
    expect(await call('counts')).toEqual({ taken: 3, ignored: 2, skipped: 0 });
    expect(await call('problems')).toEqual([]);
  });

  it('gets our events for GA4, and not its own back', async () => {
    const { call } = await openShop();
    await call('gtag', 'add_to_cart', CART);
    await call('search', 'linen');
    await ingest.until(() => ingest.stored.length === 3);
    expect((await call('layer')).slice(2)).toEqual([{ 0: 'event', 1: 'add_to_cart', 2: CART }, { 0: 'event', 1: 'search', 2: { search_term: 'linen' } }]);
    expect(ingest.stored.map(({ type }) => type)).toEqual(['view_item', 'add_to_cart', 'search']);
  });
});

describe('the sequence', () => {
  it('goes on from page to page, and goes when consent is taken back', async () => {
    const first = await openShop();
    await first.call('gtag', 'add_to_cart', CART);
    expect(await stepsOf(first.call)).toMatchObject([{ itemId: 'ao-linen', type: 'view_item' }, { itemId: 'ao-linen', type: 'add_to_cart' }]);
    const second = await openShop();
    expect((await stepsOf(second.call)).map(({ type }) => type)).toEqual(['view_item', 'add_to_cart', 'view_item']);
    await second.call('choose', 'denied');
    expect((await stepsOf(second.call)).map(({ type }) => type)).toEqual(['view_item']);
    const names = await second.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names).not.toContain(`vua-sequence-${SITE_KEY}`);
    expect([...await first.call('problems'), ...await second.call('problems')]).toEqual([]);
  });

  it('makes no database before somebody agrees', async () => {
    const { page, call } = await openShop('', false);
    expect(await stepsOf(call)).toHaveLength(1);
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
  });
});

describe('a session', () => {
  it('goes on in the next page, starts with a new campaign, and does not start when that page is loaded again', async () => {
    const sessions = (): string[] => ingest.stored.map(({ sessionId }) => sessionId);
    await openShop();
    await ingest.until(() => ingest.stored.length === 1);
    await openShop('?page=2');
    await ingest.until(() => ingest.stored.length === 2);
    const { page, call } = await openShop('?utm_source=mail&utm_campaign=tet-secret');
    await ingest.until(() => ingest.stored.length === 3);
    await page.reload();
    await page.waitForFunction('globalThis.lab');
    await call('open', SITE_KEY, ingest.apiUrl, true);
    await ingest.until(() => ingest.stored.length === 4);
    await openShop('?gclid=other');
    await ingest.until(() => ingest.stored.length === 5);
    const [first, second, third, fourth, fifth] = sessions();
    expect([second === first, third === second, fourth === third, fifth === fourth]).toEqual([true, false, true, false]);
    expect(new Set(ingest.stored.map(({ anonymousId }) => anonymousId)).size).toBe(1);
    expect(JSON.stringify(ingest.requests)).not.toMatch(/tet-secret|utm_|gclid/);
  });
});
