import type { EventData } from '@vua/models/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../../tools/testing/open-browser.ts';
import type { FixtureScript } from './testing/recommendations-fixture.ts';
import { type RecommendationsShop, startRecommendationsShop } from './testing/recommendations-shop.ts';
import { PRODUCTS, tablesOf } from './testing/sample-shop.ts';

/** For what takes longer on a busy machine. */
const PATIENT = { timeout: 15_000 };
const HISTORY = [{ itemId: 'a', type: 'view_item' }] as const;
/** After `a` came `e`, then `c`. */
const TABLES = tablesOf(PRODUCTS, PRODUCTS.map(({ id }) => (id === 'a' ? [4, 9, 0, 2, 5, 0] : [])));
const GIVEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const SORTED = ['e', 'c', 'a', 'b', 'd', 'f', 'g'];
const ELEMENT = '<vua-recommendations slot="list" kind="rerank" for="#goods"></vua-recommendations>';
/** Answers as a list would be: where it is there, the list was decided about, too. */
const ROW = '<vua-recommendations id="row" kind="trending"></vua-recommendations>';

const spacer = (height: number): string => `<svg width="10" height="${height}" aria-hidden="true"></svg>`;
const piece = (id: string): string => `<li data-vua-item="${id}"><a href="#${id}">Dress ${id}</a> <button type="button">Like ${id}</button>${spacer(200)}</li>`;
const LIST = `<ul id="goods">${GIVEN.map(piece).join('')}</ul>`;
const BELOW = `${spacer(2000)}${ELEMENT}${LIST}`;

let browser: Browser;
let context: BrowserContext;
let shop: RecommendationsShop;
let problems: string[];
beforeAll(async () => { browser = await openBrowser(); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  [problems, shop] = [[], await startRecommendationsShop({ products: PRODUCTS, tables: TABLES })];
  context = await browser.newContext({ viewport: { width: 800, height: 844 } });
});
afterEach(async () => {
  await context.close();
  await shop.close();
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test
  expect(problems).toEqual([]);
});

async function open(html: string, fixture: FixtureScript = { history: HISTORY }, lang = 'en'): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => void (/Policy|Trusted/.test(message.text()) && problems.push(message.text())));
  await page.addInitScript((given) => { window.vuaFixture = given; }, fixture);
  await page.goto(`${shop.url}?lang=${lang}&html=${encodeURIComponent(html)}`);
  return page;
}

const order = (page: Page): Promise<readonly string[]> => page.locator('#goods > *').evaluateAll((children) => children.map((child) => (child as HTMLElement).dataset['vuaItem'] ?? child.getAttribute('class') ?? ''));
const line = (page: Page) => page.locator('vua-recommendations[for] p:not(:empty)');
const frame = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
/** Waits for the prices of this many answers in this page, which come last, and for what is made of them. */
async function answered(page: Page, least: number): Promise<void> {
  await page.waitForFunction((wanted) => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/catalog/snapshot')).length >= wanted, least, PATIENT);
  await frame(page);
}
const told = <T extends 'recommendation_show' | 'recommendation_click'>(page: Page, type: T): Promise<EventData[T][]> => (
  page.evaluate((wanted) => window.vuaTold.filter((each) => each.type === wanted).map(({ data }) => data), type) as Promise<EventData[T][]>
);

describe('a list that was not before the shopper yet', () => {
  it.each([
    ['en', 'Sorted for you. Because you viewed Dress a.', 'Show the shop’s order', 'In the shop’s order.', 'Sort for me'],
    ['vi', 'Xếp cho bạn. Vì bạn đã xem Váy a.', 'Xem thứ tự của cửa hàng', 'Theo thứ tự của cửa hàng.', 'Xếp cho tôi'],
  ])('is sorted with its reason in %s, and the shop’s order is a press away', async (lang, why, restore, restored, again) => {
    const page = await open(BELOW, { history: HISTORY }, lang);
    await expect.poll(() => line(page).textContent(), PATIENT).toBe(why);
    expect(await order(page)).toEqual(SORTED);
    const button = page.getByRole('button', { name: restore });
    await button.scrollIntoViewIfNeeded();
    const place = () => page.evaluate(() => [scrollY, document.querySelector('vua-recommendations')?.getBoundingClientRect().top, document.querySelector('#goods')?.getBoundingClientRect().top]);
    const before = await place();
    await button.click();
    expect(await order(page)).toEqual(GIVEN);
    expect(await line(page).textContent()).toBe(restored);
    await frame(page);
    expect(await place()).toEqual(before);
    await page.getByRole('button', { name: again }).click();
    expect(await order(page)).toEqual(SORTED);
    expect(await line(page).textContent()).toBe(why);
  });

  it('has what does not belong to it where it was, and takes ids from the element', async () => {
    const children = GIVEN.map((id) => `<li class="${id}"><a href="#${id}">${id}</a></li>`);
    const page = await open(`${spacer(2000)}${ELEMENT.replace('for', `item="${GIVEN.join()}" for`)}<ol id="goods">${children.join('')}<li class="more">More</li></ol>`);
    await expect.poll(() => order(page), PATIENT).toEqual([...SORTED, 'more']);
    const mixed = await open(BELOW.replace(piece('c'), `<li class="banner">Sale</li>${piece('c')}`));
    await expect.poll(() => order(mixed), PATIENT).toEqual(['e', 'c', 'banner', 'a', 'b', 'd', 'f', 'g']);
  });

  it('has what cannot be bought, or the shop excluded, at its end, what the shop pinned at its place, and everything still', async () => {
    const rules = { pins: [{ kind: 'rerank', place: 1, itemId: 'f' }] as const, exclusions: [{ itemId: 'c' }] };
    shop.script = { products: PRODUCTS.map((each) => (each.id === 'b' ? { ...each, sizesInStock: [] } : each)), tables: { ...TABLES, rules: { ...rules, pins: [...rules.pins] } } };
    const page = await open(BELOW);
    await expect.poll(() => order(page), PATIENT).toEqual(['f', 'e', 'a', 'd', 'g', 'b', 'c']);
  });

  it('tells what of it was seen and where a link of it was pressed, by the answer’s id, each once', async () => {
    const page = await open(BELOW);
    await line(page).waitFor();
    expect(await told(page, 'recommendation_show')).toEqual([]);
    await page.locator('#goods > :first-child a').scrollIntoViewIfNeeded();
    await page.locator('#goods > :last-child a').scrollIntoViewIfNeeded();
    await expect.poll(async () => (await told(page, 'recommendation_show')).flatMap(({ itemIds }) => itemIds).toSorted(), PATIENT).toEqual(GIVEN);
    await page.getByRole('button', { name: 'Like c' }).click();
    await page.locator('[data-vua-item=c] a').click();
    const [show] = await told(page, 'recommendation_show');
    expect(show).toMatchObject({ placement: 'list', kind: 'rerank', strategy: 'rerank-by-history' });
    expect(await told(page, 'recommendation_click')).toEqual([{ placement: 'list', itemId: 'c', position: 1, recommendationId: show?.recommendationId, kind: 'rerank', strategy: 'rerank-by-history' }]);
    await page.getByRole('button', { name: 'Show the shop’s order' }).click();
    await page.locator('[data-vua-item=b] a').click();
    expect(await told(page, 'recommendation_click')).toHaveLength(1);
  });

  it.each([['moves', false], ['can only insert', true]])('is the shop’s again, with the keyboard where it was, once consent is taken back, in a browser that %s children', async (_what, isOld) => {
    if (isOld) await context.addInitScript(() => { Reflect.deleteProperty(Element.prototype, 'moveBefore'); });
    const page = await open(BELOW);
    await line(page).waitFor();
    await page.locator('[data-vua-item=e] a').focus();
    await page.evaluate(() => window.vuaConsent('denied'));
    expect(await order(page)).toEqual(GIVEN);
    expect(await line(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#e');
    await page.evaluate(() => window.vuaConsent('granted'));
    expect(await order(page)).toEqual(GIVEN);
  });
});

describe('a list whose element', () => {
  /** What is in the page as soon as this was done to the element. */
  const after = (page: Page, change: 'move' | 'remove') => page.evaluate((what) => {
    const [element, list] = [document.querySelector('vua-recommendations'), document.querySelector('#goods')];
    if (what === 'move' && element) list?.after(element);
    else element?.remove();
    return { order: [...list?.children ?? []].map((child) => child.getAttribute('data-vua-item')), line: element?.shadowRoot?.textContent };
  }, change);

  it('moves in the page is the shop’s until it is sorted anew, with one line whose button still knows the shop’s order', async () => {
    const page = await open(BELOW);
    await line(page).waitFor();
    expect(await after(page, 'move')).toEqual({ order: GIVEN, line: '' });
    await expect.poll(() => order(page), PATIENT).toEqual(SORTED);
    expect(await line(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Show the shop’s order' }).click();
    expect(await order(page)).toEqual(GIVEN);
  });

  it('is taken out of the page is the shop’s again', async () => {
    const page = await open(BELOW);
    await line(page).waitFor();
    expect(await after(page, 'remove')).toEqual({ order: GIVEN, line: '' });
  });
});

describe('what was before the shopper', () => {
  const [HIGH, LOW] = [`${ELEMENT}${LIST}`, `${ELEMENT}${LIST.replaceAll('"200"', '"20"')}`];

  it('keeps its place, the rest is sorted, and nothing in view moves', async () => {
    const page = await open(HIGH.replaceAll('"200"', '"240"'), { history: HISTORY, personalization: 'unknown' });
    await page.waitForFunction(() => document.querySelector('vua-recommendations')?.shadowRoot !== null);
    // There before its text is, or that would not be read out.
    const status = await page.locator('vua-recommendations[for] [role=status]').elementHandle();
    expect(await status?.textContent()).toBe('');
    const places = () => page.locator('#goods > :nth-child(-n + 4)').evaluateAll((pieces) => pieces.map((each) => each.getBoundingClientRect().top));
    const before = await places();
    await page.evaluate(() => window.vuaConsent('granted'));
    await expect.poll(() => line(page).textContent(), PATIENT).toBe('From item 4 on, sorted for you. Because you viewed Dress a.');
    expect(await order(page)).toEqual(['a', 'b', 'c', 'e', 'd', 'f', 'g']);
    expect(await places()).toEqual(before);
    expect(await status?.textContent()).toBe(await line(page).textContent());
  });

  it.each([
    ['a list that is all in view', LOW, { history: HISTORY }, 2],
    ['a list, where nothing of what the shopper did tells an order', BELOW, { history: [] }, 2],
    ['a list, without consent', BELOW, { history: HISTORY, personalization: 'denied' as const }, 1],
    ['a list, before a choice', BELOW, { history: HISTORY, personalization: 'unknown' as const }, 1],
  ])('leaves as it was %s', async (_what, html, fixture, answers) => {
    const page = await open(`${html}${ROW}`, fixture);
    await answered(page, answers);
    await page.locator('#row [data-item]').first().waitFor({ state: 'attached' });
    expect(await order(page)).toEqual(GIVEN);
    expect(await line(page).count()).toBe(0);
  });

  it('asks nothing of the server without consent, and sorts once there is', async () => {
    const page = await open(BELOW, { history: HISTORY, personalization: 'unknown' });
    await page.waitForFunction(() => document.querySelector('vua-recommendations')?.shadowRoot !== null);
    expect(shop.asked).toEqual([]);
    await page.evaluate(() => window.vuaConsent('granted'));
    await expect.poll(() => order(page), PATIENT).toEqual(SORTED);
  });

  it('leaves a list that the shopper is using, or had in view and scrolled away from', async () => {
    const used = await open(`${BELOW}${ROW}`, { history: HISTORY, personalization: 'unknown' });
    await used.waitForFunction(() => document.querySelector('vua-recommendations')?.shadowRoot !== null);
    await used.locator('[data-vua-item=g] a').evaluate((link: HTMLElement) => link.focus({ preventScroll: true }));
    const seen = await open(`${BELOW}${ROW}`, { history: HISTORY, personalization: 'unknown' });
    await seen.waitForFunction(() => document.querySelector('vua-recommendations')?.shadowRoot !== null);
    await seen.locator('[data-vua-item=g]').scrollIntoViewIfNeeded();
    await frame(seen);
    await seen.evaluate(() => scrollTo(0, 0));
    for (const page of [used, seen]) {
      await answered(page, 1);
      await page.evaluate(() => window.vuaConsent('granted'));
      // The row asks a second time.
      await answered(page, 3);
      expect(await order(page)).toEqual(GIVEN);
      expect(await line(page).count()).toBe(0);
    }
  });

  it('tells the merchant where there is no such list', async () => {
    const page = await context.newPage();
    const complaint = page.waitForEvent('console', (message) => message.type() === 'error' && message.text().includes('no element with this id'));
    await page.goto(`${shop.url}?html=${encodeURIComponent(ELEMENT)}`);
    expect((await complaint).text()).toContain('for="goods"');
  });
});
