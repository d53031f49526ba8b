import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { type RunningShop, startShop } from '../journeys/testing/start-shop.ts';
import { violationsOf } from '../journeys/testing/violations-of.ts';
import { watchPage } from '../journeys/testing/watch-page.ts';

let shop: RunningShop;
let browser: Browser;

beforeAll(async () => {
  shop = await startShop();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that was not a GET, in order: its path. */
  readonly sent: string[];
  readonly complaints: string[];
}

interface VisitOptions {
  readonly address?: string;
  readonly widthPx?: number;
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

async function visit({ address = '/?lang=en', widthPx = 1280, prepare }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: widthPx, height: 844 }, reducedMotion: 'reduce' });
  await prepare?.(context);
  const sent: string[] = [];
  context.on('request', (request: Request) => void (request.method() !== 'GET' && sent.push(`${request.method()} ${new URL(request.url()).pathname}`)));
  const page = await context.newPage();
  const complaints = watchPage(page);
  await page.goto(`${shop.url}${address}`);
  await page.locator('[data-consent=change]').waitFor();
  return { page, context, sent, complaints };
}

/** Sends what waits. @returns whether nothing is left */
const flush = (page: Page): Promise<string> => page.evaluate(async () => {
  const { flush: send } = Reflect.get(window, 'vua') as { flush(): Promise<string> };
  return send();
});

const choicesOf = (page: Page): Promise<unknown> => page.evaluate(() => (Reflect.get(window, 'vua') as { consent: { read(): unknown } }).consent.read());

/** Something that is an event, and leaving the page. */
async function putShirtIntoBag(page: Page): Promise<void> {
  await page.goto(`${shop.url}/products/linen-shirt-women?lang=en`);
  await page.locator('[data-consent=change]').waitFor();
  await page.getByRole('radio', { name: /^XL EU/ }).check();
  await page.getByRole('button', { name: 'Add to bag' }).click();
}

describe('what a shopper does', () => {
  it('arrives live on the console, once the shopper agreed', async () => {
    const merchant = await browser.newPage();
    await merchant.goto(shop.consoleUrl.replace('#', '?lang=en#'));
    await merchant.locator('.connection.live').waitFor();
    const { page, context, complaints } = await visit();
    await page.locator('[data-consent=accept]').click();
    await putShirtIntoBag(page);
    await page.locator('summary', { hasText: 'Size chart' }).click();
    await page.getByRole('button', { name: 'Find my size' }).click();
    await page.locator('[data-way=answers]').click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Bag: 1 item/ }).click();
    await page.getByRole('button', { name: /^Remove/ }).click();
    await flush(page);
    for (const words of ['Viewed list', 'Viewed item', 'Added to cart', 'Opened size chart', 'Opened size finder', 'Removed from cart']) await merchant.locator('.rows tbody').getByText(words).first().waitFor();
    const rows = await merchant.locator('.rows tbody tr').allTextContents();
    expect(rows.find((row) => row.includes('Added to cart'))).toMatch(/size XL.*Women's linen shirt/s);
    // From the answer on, all is one session.
    const sessionOf = (words: string): Promise<string | null> => merchant.locator('.rows tbody tr', { hasText: words }).locator('.session').textContent();
    expect(await sessionOf('Removed from cart')).toBe(await sessionOf('Viewed item'));
    expect(await merchant.locator('[data-counter=added] dd').textContent()).toBe('1');
    expect(await merchant.locator('[data-counter=rejected] dd').textContent()).toBe('0');
    expect(complaints).toEqual([]);
    await context.close();
    await merchant.close();
  });

  it('stays on the device before the shopper answers', async () => {
    const { page, context, sent, complaints } = await visit();
    await putShirtIntoBag(page);
    expect(await flush(page)).toBeDefined();
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain('vua-events-site_demoshop');
    await page.goto('about:blank');
    expect(sent).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('stays on the device when the shopper refuses; only the refusal is told, and nobody asks again', async () => {
    const { page, context, sent } = await visit();
    await page.locator('[data-consent=refuse]').click();
    await putShirtIntoBag(page);
    expect(await page.locator('.consent-question').count()).toBe(0);
    await flush(page);
    await page.goto('about:blank');
    expect([...new Set(sent)]).toEqual(['POST /v1/consents']);
    await context.close();
  });

  it('stays on the device where the browser asks not to be tracked, and the page says so', async () => {
    const { page, context, sent } = await visit({ prepare: async (opened) => {
      await opened.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }));
    } });
    expect(await page.locator('.consent-question').count()).toBe(0);
    await page.getByText('Your browser asks not to be tracked; the shop follows it.').waitFor();
    await page.locator('[data-consent=change]').click();
    expect(await page.getByRole('checkbox', { name: 'Analytics' }).isDisabled()).toBe(true);
    await page.locator('[data-consent=accept-all]').click();
    expect(await choicesOf(page)).toMatchObject({ analytics: 'denied', personalization: 'granted' });
    await putShirtIntoBag(page);
    await flush(page);
    await page.goto('about:blank');
    expect([...new Set(sent)].filter((path) => path !== 'POST /v1/consents')).toEqual([]);
    await context.close();
  });
});

describe('the question', () => {
  it.each([['vi', 390], ['en', 390], ['vi', 1280], ['en', 1280]] as const)('is accessible, lies over nothing, and refusing is as easy as agreeing, in %s at %i px', async (language, widthPx) => {
    const { page, context, complaints } = await visit({ address: `/products/midi-dress?lang=${language}`, widthPx });
    await page.locator('vua-size-finder button').scrollIntoViewIfNeeded();
    expect(await page.locator('vua-size-finder').evaluate((finder) => {
      const { left, top, width, height } = finder.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === finder;
    })).toBe(true);
    const looksOf = (answer: string) => page.locator(`.consent-question [data-consent=${answer}]`).evaluate((button) => {
      const { backgroundColor, color, fontSize, fontWeight, borderColor } = getComputedStyle(button);
      return { backgroundColor, color, fontSize, fontWeight, borderColor, width: Math.round(button.getBoundingClientRect().width), height: button.getBoundingClientRect().height };
    });
    expect(await looksOf('accept')).toEqual(await looksOf('refuse'));
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-consent=choose]').click();
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is answered purpose by purpose with the keyboard, nothing ticked before, and can be answered anew', async () => {
    const { page, context } = await visit();
    await page.locator('[data-consent=choose]').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog.consent input:checked').count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Analytics' }).focus();
    await page.keyboard.press('Space');
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.consent-question').waitFor({ state: 'detached' });
    expect(await choicesOf(page)).toEqual({ analytics: 'granted', personalization: 'denied', statistics: 'denied' });
    await page.reload();
    await page.locator('[data-consent=change]').click();
    expect(await page.locator('dialog.consent input:checked').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name))).toEqual(['analytics']);
    await page.locator('[data-consent=refuse-all]').click();
    expect(await choicesOf(page)).toEqual({ analytics: 'denied', personalization: 'denied', statistics: 'denied' });
    await context.close();
  });
});
