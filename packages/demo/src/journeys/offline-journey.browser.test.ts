import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { cameraOf, personOf, trueSizes } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { beginBy, beginScan, choosePhotos, measurePhotos, outcomeOf, screen, tellStature } from './testing/walk-dialog.ts';

const PRODUCT = 'linen-shirt-women';
const person = personOf('dev-003');
let shop: RunningShop;
let browser: Browser;

beforeAll(async () => {
  shop = await startShop();
  browser = await openBrowser(cameraOf('dev-003'));
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

it('once a scan has run and its files are kept, the next one needs no network at all', async () => {
  const { page, context } = await openProductPage(browser, { url: shop.url, product: PRODUCT });
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await measurePhotos(page, person);
  expect((await outcomeOf(page)).problem).toBeUndefined();
  // Better weights may still be on their way in the background: closing the dialog would leave them to the browser's own cache.
  await expect.poll(async () => {
    const kept = await keptFiles(page);
    return [...asked].filter((path) => path.endsWith('.bin') && !kept.includes(path));
  }, { timeout: 60_000 }).toEqual([]);
  await page.locator('[part=close]').click();
  await page.locator('vua-size-dialog').waitFor({ state: 'detached' });

  await context.setOffline(true);
  await shop.close();
  const failed: string[] = [];
  page.on('requestfinished', (request) => { if (request.url().startsWith('http')) failed.push(request.url()); });
  await beginScan(page, person);
  const outcome = await outcomeOf(page);
  expect(outcome.problem).toBeUndefined();
  expect(outcome.sizes).toEqual(expect.arrayContaining([...trueSizes(person, PRODUCT)]));
  expect(failed, 'nothing was reached').toEqual([]);
  await context.close();
});

it('a first scan goes on without a network from the moment in which its files are there', async () => {
  const own = await startShop();
  const { page, context } = await openProductPage(browser, { url: own.url, product: PRODUCT });
  const loaded = new Set<string>();
  page.on('requestfinished', (request) => loaded.add(new URL(request.url()).pathname));
  await beginBy(page, 'photos');
  // The last that is asked for: better weights, in the background.
  await expect.poll(() => [...loaded].some((path) => path.includes('full-quantized')), { timeout: 60_000 }).toBe(true);
  await context.setOffline(true);
  await own.close();
  await tellStature(page, String(person.statureCm));
  await screen(page, 'photos').waitFor();
  await choosePhotos(page, person.photos);
  expect((await outcomeOf(page)).sizes).toEqual(expect.arrayContaining([...trueSizes(person, PRODUCT)]));
  await context.close();
});

/** Paths of the files in the SDK's own cache. */
const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const kept = await Promise.all(caches.map((cache) => cache.keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname);
  });
