import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { longestText, namesOfNumbers, sentByConsent } from './testing/events-sent.ts';
import { findLeaks } from './testing/find-leaks.ts';
import { personOf } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RequestRecorder, recordRequests } from './testing/request-recorder.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { measurePhotos, outcomeOf } from './testing/walk-dialog.ts';

let shop: RunningShop;
let recorder: RequestRecorder;
let browser: Browser;

beforeAll(async () => {
  shop = await startShop();
  recorder = await recordRequests();
  browser = await openBrowser(recorder.args, { proxy: recorder.proxy });
});
afterAll(async () => {
  await browser.close();
  await recorder.close();
  await shop.close();
});

/** Numbers that an event may hold; none is of the body. */
const HARMLESS = ['version', 'timeMs', 'amountMinor', 'quantity', 'durationMs'];

it('who agreed to everything sends what happened, and still nothing of the body', async () => {
  const { page, context, complaints } = await openProductPage(browser, { url: shop.url, product: 'linen-shirt-women' });
  await page.locator('[data-consent=accept]').click();
  await measurePhotos(page, personOf('dev-003'));
  const { problem, chosen } = await outcomeOf(page);
  expect(problem).toBeUndefined();
  const advised = (): unknown => sentByConsent(recorder.requests, shop.url).events.find(({ type }) => type === 'size_advice');
  await expect.poll(advised, { timeout: 30_000 }).toBeDefined();
  await context.close();
  const { events, consents, others } = sentByConsent(recorder.requests, shop.url);
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['view_item', 'size_finder_open', 'scan_start', 'scan_finish', 'size_advice']));
  expect(advised()).toMatchObject({ data: { itemId: 'linen-shirt-women', method: 'photos', size: chosen } });
  expect([...namesOfNumbers(events)].filter((name) => !HARMLESS.includes(name))).toEqual([]);
  expect(longestText(events)).toBeLessThanOrEqual(64);
  expect(consents).toBe(1);
  expect(findLeaks(others, shop.url)).toEqual([]);
  expect(complaints).toEqual([]);
});
