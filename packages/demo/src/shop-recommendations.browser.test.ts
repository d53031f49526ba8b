import type { EventBody, RecommendationTables } from '@vua/models/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../tools/testing/open-browser.ts';
import { CATALOG, type RunningShop, startShop } from './journeys/testing/start-shop.ts';
import { violationsOf } from './journeys/testing/violations-of.ts';
import { watchPage } from './journeys/testing/watch-page.ts';

const PATIENT = { timeout: 60_000 };
/** The row that a place has by itself. */
const ROW = 'vua-recommendations:not([kind])';
const SEEN = ['linen-shirt-women', 'midi-dress'];

let shop: RunningShop;
let browser: Browser;

beforeAll(async () => {
  shop = await startShop({ hasHistory: true });
  browser = await openBrowser();
  // Counting begins when the server listens.
  await vi.waitFor(async () => {
    const { popularity } = await (await fetch(`${shop.url}/v1/recommendations/tables?site=site_demoshop`)).json() as RecommendationTables;
    if (!popularity.some((score) => score > 0)) throw new Error('nothing is counted yet');
  }, PATIENT);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

const nameOf = (id: string, language: 'vi' | 'en'): string => CATALOG.products.find((product) => product.id === id)?.name[language] ?? '';

/** What the page's elements told of lists. */
const shown = (page: Page) => page.evaluate(() => (globalThis as unknown as { shown: Extract<EventBody, { type: 'recommendation_show' }>['data'][] }).shown);

async function openShop(widthPx: number): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: widthPx, height: 800 }, reducedMotion: 'reduce' });
  const complaints = watchPage(page, [shop.url, 'blob:']);
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { shown: told });
    document.addEventListener('vua-activity', (event) => {
      const { type, data } = (event as CustomEvent<EventBody>).detail;
      if (type === 'recommendation_show') told.push(data);
    });
  });
  return { page, complaints };
}

/** Views a product, until the shop's own code has it in the history of this device. */
async function view(page: Page, address: string): Promise<void> {
  await page.goto(`${shop.url}${address}`);
  await page.locator(`${ROW} [data-item]`).first().waitFor();
}

describe.each([
  ['vi', 390, 'Dành cho bạn', 'Vì bạn đã xem ', 'Đồ cũ đang bán', 'Đồ cũ'],
  ['en', 1280, 'For you', 'Because you viewed ', 'Pre-owned', 'Pre-owned'],
] as const)('the demo shop in %s at %i px', (language, widthPx, heading, because, used, mark) => {
  it('recommends at home by the model of its own log, and says because of what', async () => {
    const { page, complaints } = await openShop(widthPx);
    await view(page, `/?lang=${language}`);
    expect(await page.locator('vua-recommendations #heading').textContent()).not.toBe(heading);
    await page.locator('[data-consent=accept]').click();
    for (const id of SEEN) await view(page, `/products/${id}`);
    // On a machine that is busy the model may come too late for a list, and is there for the next.
    await expect.poll(async () => {
      await view(page, '/');
      await page.locator('vua-recommendations').scrollIntoViewIfNeeded();
      await expect.poll(() => shown(page), PATIENT).not.toEqual([]);
      return (await shown(page))[0]?.strategy;
    }, PATIENT).toBe('sequence-model');
    expect((await shown(page))[0]?.modelVersion).toMatch(/^[0-9a-f]{12}$/);
    expect(await page.locator('vua-recommendations #heading').textContent()).toBe(heading);
    const reasons = await page.locator('vua-recommendations .reason').allTextContents();
    expect(reasons).toHaveLength(3);
    const causes = SEEN.map((id) => `${because}${nameOf(id, language)}`);
    expect(reasons.filter((reason) => !causes.includes(reason))).toEqual([]);
    const items = await page.locator('vua-recommendations [data-item]').evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['item']));
    expect(items.filter((id) => SEEN.includes(id ?? ''))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows on a product\'s page what is like it, and says so', async () => {
    const { page, complaints } = await openShop(widthPx);
    await view(page, `/products/midi-dress?lang=${language}`);
    const reasons = await page.locator(`${ROW} .reason`).allTextContents();
    expect(reasons).toHaveLength(3);
    expect(reasons.filter((reason) => !reason.endsWith(nameOf('midi-dress', language)))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows used pieces like it on a product\'s page, each of them marked, and a page of each', async () => {
    const { page, complaints } = await openShop(widthPx);
    await view(page, `/products/midi-dress?lang=${language}`);
    const row = page.locator('vua-recommendations[kind=second-hand]');
    await expect.poll(() => row.locator('#heading').textContent()).toBe(used);
    expect(await row.locator('.badge').allTextContents()).toEqual([mark, mark, mark]);
    expect(await row.locator('[data-item=midi-dress-used] .size').textContent()).toBe('Size S');
    expect(await row.locator('.reason').first().textContent()).toContain(nameOf('midi-dress', language));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await row.locator('[data-item=midi-dress-used] a').click();
    await page.locator('.product-info .quiet', { hasText: mark }).waitFor();
    await expect.poll(() => row.locator('[data-item]').count()).toBe(3);
    expect(await row.locator('[data-item=midi-dress-used]').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
