import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../tools/testing/open-browser.ts';
import { type RunningShop, startShop } from './journeys/testing/start-shop.ts';
import { violationsOf } from './journeys/testing/violations-of.ts';
import { watchPage } from './journeys/testing/watch-page.ts';

let shop: RunningShop;
let url = '';
let browser: Browser;

beforeAll(async () => {
  shop = await startShop();
  url = shop.url;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await shop.close();
});

interface OpenedPage {
  readonly page: Page;
  /** Errors, warnings and requests that left the server's origin. */
  readonly complaints: string[];
}

async function open(address: string, widthPx = 1280): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width: widthPx, height: 800 }, reducedMotion: 'reduce' });
  const complaints = watchPage(page, [url, 'blob:']);
  await page.goto(`${url}${address}`);
  await page.locator('main h1').waitFor();
  await page.locator('vua-size-finder').waitFor({ state: 'attached' });
  return { page, complaints };
}

describe.each(['vi', 'en'])('the shop in %s', (language) => {
  it.each([['/', 390], ['/', 1280], ['/products/midi-dress', 320], ['/products/midi-dress', 1280], ['/products/linen-shirt-men', 390]])('%s at %i px has no complaints, fits, and is accessible', async (address, widthPx) => {
    const { page, complaints } = await open(`${address}?lang=${language}`, widthPx);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('the list', () => {
  it('shows only what fits and is in stock once somebody was measured, and keeps nothing of it without consent', async () => {
    const { page, complaints } = await open('/?lang=en', 390);
    const filter = page.getByRole('switch', { name: 'Show only what fits me' });
    await filter.click();
    await page.locator('[data-way=answers]').click();
    await page.locator('#stature').fill('163');
    await page.locator('#mass').fill('59');
    await page.getByRole('radio', { name: 'Women’s' }).check();
    await page.locator('button[type=submit]').click();
    await page.locator('[data-finish]').click();
    await page.getByText(/^Your size: /).first().waitFor();
    expect(await filter.isChecked()).toBe(true);
    const shown = await page.locator('.product-list > li').count();
    expect(await page.locator('.fit-bar [role=status]').textContent()).toBe(`${shown} of 6 fit you and are in stock.`);
    expect(await page.getByText(/sold out$/).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await filter.click();
    await expect.poll(() => page.locator('.product-list > li').count()).toBe(6);
    await page.reload();
    await page.getByText('Needs your measurements').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([['Men’s', 'Cut for women', 'Your size in women’s'], ['Women’s', 'Cut for men', 'Your size in men’s']])('a shopper measured as %s is not told that what is cut for others fits', async (shape, cutForOthers, inOthers) => {
    const { page, complaints } = await open('/?lang=en', 390);
    await page.getByRole('button', { name: 'Find my size' }).click();
    await page.locator('[data-way=answers]').click();
    await page.locator('#stature').fill('170');
    await page.locator('#mass').fill('65');
    await page.getByRole('radio', { name: shape, exact: true }).check();
    await page.locator('button[type=submit]').click();
    await page.locator('[data-finish]').click();
    const tiles = page.locator('.product-list > li');
    await tiles.getByText(cutForOthers).first().waitFor();
    expect(await tiles.count()).toBe(6);
    expect(await tiles.filter({ hasText: cutForOthers }).filter({ hasText: 'Your size' }).count()).toBe(0);
    expect(await tiles.getByText(inOthers).count()).toBe(0);
    await page.getByRole('switch', { name: 'Show only what fits me' }).click();
    await expect.poll(() => tiles.getByText(cutForOthers).count()).toBe(0);
    expect(await tiles.count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('labels the cut, and hides nothing, for a shopper who told none', async () => {
    const { page } = await open('/?lang=en', 390);
    await page.getByRole('switch', { name: 'Show only what fits me' }).click();
    await page.locator('[data-way=answers]').click();
    await page.locator('#stature').fill('168');
    await page.locator('#mass').fill('62');
    await page.locator('button[type=submit]').click();
    await page.locator('[data-finish]').click();
    await page.getByText('Your size in women’s: ').first().waitFor();
    expect(await page.getByText(/^Cut for /).count()).toBe(0);
    await page.close();
  });

  it('names the sizes at once on the next visit when the shopper kept the measurements', async () => {
    const { page } = await open('/?lang=en');
    await page.getByRole('button', { name: 'Find my size' }).click();
    await page.locator('[data-way=answers]').click();
    await page.locator('#stature').fill('163');
    await page.locator('#mass').fill('59');
    await page.locator('button[type=submit]').click();
    await page.locator('[data-keep=keep]').click();
    await page.locator('[data-keep=forget]').waitFor();
    await page.reload();
    await page.locator('.tile-size').first().waitFor();
    await page.getByRole('button', { name: 'Find my size' }).click();
    await page.locator('[data-kept=forget]').click();
    await page.getByText('Your measurements are deleted.').waitFor();
    await expect.poll(() => page.locator('.tile-size').count()).toBe(0);
    await page.close();
  });
});

describe('a product page', () => {
  it('takes the size that the finder advises', async () => {
    const { page } = await open('/products/midi-dress?lang=en');
    await page.evaluate(() => document.querySelector('vua-size-finder')?.dispatchEvent(
      new CustomEvent('vua-size-advised', { bubbles: true, composed: true, detail: { product: 'midi-dress', size: 'M' } }),
    ));
    expect(await page.getByRole('radio', { name: /^M EU/ }).isChecked()).toBe(true);
    expect(await page.locator('.notice').textContent()).toBe('Size M is advised for you.');
    await page.close();
  });

  it('puts the chosen garment into the bag, which stays on the next page', async () => {
    const { page } = await open('/products/linen-shirt-women?lang=en');
    await page.getByRole('button', { name: 'Add to bag' }).click();
    expect(await page.locator('.notice').textContent()).toBe('Please choose a size first.');
    await page.getByRole('radio', { name: 'Moss' }).check();
    await page.getByRole('radio', { name: /^L EU/ }).check();
    await page.getByRole('button', { name: 'Add to bag' }).click();
    await page.goto(`${url}/`);
    await page.getByRole('button', { name: /Bag: 1 item/ }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('Moss, size L');
    await page.close();
  });

  it('changes its language without losing what was chosen', async () => {
    const { page } = await open('/products/linen-shirt-women');
    await page.getByRole('radio', { name: /^XL EU/ }).check();
    await page.getByRole('button', { name: /English/ }).click();
    expect(await page.locator('h1').textContent()).toBe("Women's linen shirt");
    expect(await page.getByRole('radio', { name: /^XL EU/ }).isChecked()).toBe(true);
    await page.reload();
    await page.locator('vua-size-finder').waitFor({ state: 'attached' });
    expect(await page.locator('h1').textContent()).toBe("Women's linen shirt");
    await page.close();
  });

  it('says when there is no such product', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${url}/products/hat?lang=en`);
    expect(response?.status()).toBe(404);
    await page.getByText('There is no such product.').waitFor();
    await page.close();
  });
});
