import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { findLeaks } from './testing/find-leaks.ts';
import { personOf, trueSizes } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RequestRecorder, recordRequests } from './testing/request-recorder.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { beginBy, measurePhotos, outcomeOf, tellStature } from './testing/walk-dialog.ts';

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

it.each(['vi', 'en'] as const)('two photos lead to the size of the true measurements, in %s, and are not sent', async (language) => {
  const person = personOf('dev-003');
  const { page, context, complaints } = await openProductPage(browser, { url: shop.url, product: 'linen-shirt-women', language });
  await measurePhotos(page, person);
  const outcome = await outcomeOf(page);
  expect(outcome.problem).toBeUndefined();
  expect(outcome.sizes).toEqual(expect.arrayContaining([...trueSizes(person, 'linen-shirt-women')]));
  expect(outcome.sizes).toContain(outcome.chosen);
  expect(await page.locator('.silhouettes svg').count(), 'the silhouettes are shown').toBe(2);
  expect(complaints).toEqual([]);
  expect(findLeaks(recorder.requests, shop.url)).toEqual([]);
  await context.close();
});

it.each(['vi', 'en'] as const)('four answers lead to a size, in %s, and are not sent', async (language) => {
  const { page, context, complaints } = await openProductPage(browser, { url: shop.url, product: 'midi-dress', language });
  await beginBy(page, 'answers');
  await page.locator('#mass').fill('52');
  await page.locator('#age').fill('30');
  await page.locator('input[name=sex]').first().check({ force: true });
  await tellStature(page, '158');
  const outcome = await outcomeOf(page);
  expect(outcome.sizes.length).toBeGreaterThan(0);
  expect(outcome.sizes).toContain(outcome.chosen);
  expect(complaints).toEqual([]);
  expect(findLeaks(recorder.requests, shop.url)).toEqual([]);
  await context.close();
});

it('answers tell less than pictures: their intervals are wider', async () => {
  const person = personOf('dev-003');
  const widthOf = async (walk: (page: Awaited<ReturnType<typeof openProductPage>>['page']) => Promise<void>): Promise<number> => {
    const { page, context } = await openProductPage(browser, { url: shop.url, product: 'cotton-tee', language: 'en' });
    await walk(page);
    await outcomeOf(page);
    const [from = 0, to = 0] = ((await page.locator('.why-you').first().textContent()) ?? '').match(/\d+/g)?.slice(1).map(Number) ?? [];
    await context.close();
    return to - from;
  };
  const photosCm = await widthOf((page) => measurePhotos(page, person));
  const answersCm = await widthOf(async (page) => {
    await beginBy(page, 'answers');
    await page.locator('#mass').fill('67.4');
    await tellStature(page, String(person.statureCm));
  });
  expect(photosCm).toBeGreaterThan(0);
  expect(answersCm).toBeGreaterThan(photosCm);
});
