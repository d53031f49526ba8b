import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../tools/testing/open-browser.ts';
import { HOSTILE_TEXTS } from './console/testing/hostile-texts.ts';
import { madeEvent, madeShopper, postEvents } from './console/testing/made-events.ts';
import { type RunningShop, startShop } from './journeys/testing/start-shop.ts';
import { violationsOf } from './journeys/testing/violations-of.ts';
import { watchPage } from './journeys/testing/watch-page.ts';

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

interface OpenedConsole {
  readonly page: Page;
  /** Errors, warnings, refusals by the policy, and requests that left the server's origin. */
  readonly complaints: string[];
}

async function open(address: string, widthPx = 1280): Promise<OpenedConsole> {
  const page = await browser.newPage({ viewport: { width: widthPx, height: 900 }, reducedMotion: 'reduce' });
  const complaints = watchPage(page, [shop.url]);
  await page.goto(address);
  await page.locator('main h1').waitFor();
  return { page, complaints };
}

/** The console in a language, signed in by its link. */
const openLive = (language: 'vi' | 'en', widthPx?: number): Promise<OpenedConsole> => open(shop.consoleUrl.replace('#', `?lang=${language}#`), widthPx);

const live = (page: Page): Promise<void> => page.locator('.connection.live').waitFor();
const counter = (page: Page, name: string): Locator => page.locator(`[data-counter=${name}] dd`);

const looksRight = async ({ page, complaints }: OpenedConsole): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
};

describe('signing in', () => {
  it.each([['vi', 390, 'Đăng nhập'], ['en', 1280, 'Sign in']] as const)('asks for a key, in %s at %i px', async (language, widthPx, title) => {
    const opened = await open(`${shop.url}/console?lang=${language}`, widthPx);
    expect(await opened.page.locator('h1').textContent()).toBe(title);
    await looksRight(opened);
    await opened.page.close();
  });

  it('takes the key out of the address and keeps it for this tab', async () => {
    const { page, complaints } = await openLive('en');
    await live(page);
    expect(page.url()).toBe(`${shop.url}/console?lang=en`);
    await page.reload();
    await live(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.evaluate(() => [sessionStorage.length, JSON.stringify(localStorage)])).toEqual([0, expect.not.stringContaining('vua_sk_')]);
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('opens the place that the link names, also where the console is open already', async () => {
    const { page, complaints } = await open(shop.consoleUrl.replace('#', '?lang=en#view=trends&tag=linen&'));
    await page.getByRole('heading', { name: 'Trends', level: 1 }).waitFor();
    expect(page.url()).toBe(`${shop.url}/console?lang=en#view=trends&tag=linen`);
    await page.getByRole('link', { name: 'Events' }).click();
    await live(page);
    await page.goto(shop.consoleUrl.replace('#', '?lang=en#view=trends&'));
    await page.getByRole('heading', { name: 'Trends', level: 1 }).waitFor();
    expect(page.url()).toBe(`${shop.url}/console?lang=en#view=trends`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says what is wrong with a key, and takes the right one', async () => {
    const { page } = await open(`${shop.url}/console?lang=en`);
    const enter = async (key: string): Promise<void> => {
      await page.getByLabel('API key').fill(key);
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    await enter('not a key');
    await page.getByText('This is no key.').waitFor();
    await enter(`vua_sk_0123456789abcdef_${'a'.repeat(43)}`);
    await page.getByText('The server does not take this key.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await enter(shop.consoleUrl);
    await live(page);
    await page.close();
  });
});

describe('events', () => {
  it.each([['vi', 390], ['en', 1280]] as const)('none yet: says how to get some, in %s at %i px', async (language, widthPx) => {
    const own = await startShop();
    const page = await browser.newPage({ viewport: { width: widthPx, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(own.consoleUrl.replace('#', `?lang=${language}#`));
    await page.locator('.empty').waitFor();
    expect(await counter(page, 'events').textContent()).toBe('0');
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.locator('.size-curve').textContent()).toContain('20');
    await page.close();
    await own.close();
  });

  it.each([['vi', 390], ['vi', 1280], ['en', 390], ['en', 1280]] as const)('arrive live, in words, in %s at %i px', async (language, widthPx) => {
    const opened = await openLive(language, widthPx);
    const { page } = opened;
    await live(page);
    const event = madeEvent('size_advice', { itemId: 'midi-dress', status: 'recommended', size: 'M', certainty: 'high', method: 'camera' });
    const before = Number(await counter(page, 'advised').textContent());
    await postEvents(shop.url, [event, { ...event, id: 'none' }]);
    const row = page.locator(`[data-event="${String(event['id'])}"]`);
    await row.waitFor();
    for (const words of language === 'vi' ? ['Gợi ý size', 'size M, chắc, bằng camera', 'Đầm midi'] : ['Size advised', 'size M, sure, by camera', 'midi dress']) expect(await row.textContent()).toContain(words);
    expect(await row.textContent()).toContain(String(event['sessionId']).slice(-4));
    await expect.poll(() => counter(page, 'advised').textContent()).toBe(String(before + 1));
    await looksRight(opened);
    await page.close();
  });

  it('keep 200 rows, newest first, and count all', async () => {
    const { page } = await openLive('en');
    await live(page);
    await expect.poll(() => counter(page, 'events').textContent()).not.toBe('…');
    const before = Number(await counter(page, 'events').textContent());
    const shopper = madeShopper();
    const events = Array.from({ length: 250 }, (_event, at) => madeEvent('view_item', { item: { itemId: `item-${at}` } }, shopper, Date.now() - 60_000 + at));
    await postEvents(shop.url, events);
    await expect.poll(() => counter(page, 'events').textContent()).toBe(String(before + 250));
    expect(await page.locator('.rows tbody tr').count()).toBe(200);
    const mine = await page.locator('.rows tbody tr td.item').allTextContents();
    expect(mine.filter((text) => text.startsWith('item-')).slice(0, 3)).toEqual(['item-249', 'item-248', 'item-247']);
    await page.close();
  });

  it('are caught up with after the connection was lost', async () => {
    const { page } = await openLive('en');
    await live(page);
    const lost = page.locator('.connection.reconnecting');
    await page.route('**/v1/events/stream', (route) => route.abort());
    await page.reload();
    await lost.waitFor();
    const event = madeEvent('view_item', { item: { itemId: 'midi-dress' } });
    await postEvents(shop.url, [event]);
    await page.unroute('**/v1/events/stream');
    await live(page);
    await expect.poll(() => page.locator(`[data-event="${String(event['id'])}"]`).count(), { timeout: 15_000 }).toBe(1);
    await page.close();
  });

  it('are asked for where the stream does not come through', async () => {
    const { page } = await openLive('en');
    await live(page);
    await page.route('**/v1/events/stream', (route) => route.fulfill({ status: 502 }));
    await page.reload();
    await page.locator('.connection.polling').waitFor({ timeout: 60_000 });
    const event = madeEvent('view_item', { item: { itemId: 'midi-dress' } });
    await postEvents(shop.url, [event]);
    await expect.poll(() => page.locator(`[data-event="${String(event['id'])}"]`).count(), { timeout: 15_000 }).toBe(1);
    await page.close();
  });

  it('that were rejected are shown with the reason', async () => {
    await postEvents(shop.url, [{ ...madeEvent('view_item', { item: { itemId: 'midi-dress' } }), type: 'dance' }]);
    const { page } = await openLive('en');
    await page.getByText('Unknown type').first().waitFor();
    expect(await page.locator('.reasons').textContent()).toContain('at /type');
    await page.close();
  });
});

describe('what strangers wrote', () => {
  it(`is text, whatever it is: ${HOSTILE_TEXTS.length} attempts in each place`, async () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(30);
    const { page, complaints } = await openLive('en');
    await live(page);
    await page.evaluate(() => { Object.assign(window, { hits: 0, hit: () => { Object.assign(window, { hits: 1 }); } }); });
    page.on('dialog', (dialog) => { complaints.push(dialog.message()); void dialog.dismiss(); });
    const events = HOSTILE_TEXTS.flatMap((text) => [
      madeEvent('custom', { name: 'hostile', values: { text } }),
      madeEvent('search', { term: text }),
      madeEvent('view_item', { item: { itemId: text, size: text, colour: text } }),
      madeEvent('scan_fail', { method: 'camera', reason: text } as never),
      { ...madeEvent('view_item', { item: { itemId: 'a' } }), type: text },
    ]);
    const { accepted } = await postEvents(shop.url, events);
    expect(accepted.length).toBe(3 * HOSTILE_TEXTS.length);
    await page.locator(`[data-event="${accepted.at(-1) ?? ''}"]`).waitFor();
    // The rows are shown twice: as they come, and as they are read again.
    for (const turn of [1, 2]) {
      const shown = await page.locator('.rows tbody').evaluate((body) => body.textContent);
      for (const text of HOSTILE_TEXTS) expect(shown, `turn ${turn}`).toContain(text);
      expect(await page.locator('#console').locator('script, iframe, object, embed, img, video, audio, form, style, link, meta, base, template, marquee, math, details, [srcdoc], [onerror], [onload]').count()).toBe(0);
      expect(await page.evaluate(() => Reflect.get(window, 'hits') as number | undefined)).toBe(turn === 1 ? 0 : undefined);
      expect(complaints).toEqual([]);
      if (turn === 1) {
        await page.reload();
        await live(page);
      }
    }
    await page.close();
  });
});
