import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventData } from '@vua/models/contracts';
import { createExpecter } from '@vua/models/recommend';
import { openBrowser } from '../../../../../tools/testing/open-browser.ts';
import { sure } from '../testing/finder-walk.ts';
import { type TrainedModel, trainModel } from '../../testing/train-model.ts';
import type { FixtureScript } from './testing/recommendations-fixture.ts';
import { type RecommendationsShop, startRecommendationsShop } from './testing/recommendations-shop.ts';
import { PRODUCTS, product, tablesOf } from './testing/sample-shop.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** For what takes longer on a busy machine. */
const PATIENT = { timeout: 15_000 };
const VIEWED_A = [{ itemId: 'a', type: 'view_item' }] as const;
/** After `a` came `c`, then `d`, `e`, `f`. */
const AFTER_A = PRODUCTS.map(({ id }) => (id === 'a' ? [2, 9, 0, 3, 7, 0, 4, 5, 0, 5, 3, 0] : []));
const HOME = '<vua-recommendations slot="home" kind="for-you" limit="4"></vua-recommendations>';

let browser: Browser;
let context: BrowserContext;
let shop: RecommendationsShop;
let problems: string[];
beforeAll(async () => { browser = await openBrowser(); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  [problems, shop] = [[], await startRecommendationsShop({ products: PRODUCTS, tables: tablesOf(PRODUCTS, AFTER_A) })];
  context = await browser.newContext({ viewport: { width: 1280, height: 844 } });
});
afterEach(async () => {
  await context.close();
  await shop.close();
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test
  expect(problems).toEqual([]);
});

async function open(fixture: FixtureScript = {}, html = HOME, lang = 'en'): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => void (/Policy|Trusted/.test(message.text()) && problems.push(message.text())));
  await page.addInitScript((given) => { window.vuaFixture = given; }, fixture);
  await page.goto(`${shop.url}?lang=${lang}&html=${encodeURIComponent(html)}`);
  return page;
}

const names = async (page: Page): Promise<readonly string[]> => {
  await page.locator('[data-item]').first().waitFor();
  return page.locator('[data-item]').evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['item'] ?? ''));
};
const headingOf = (page: Page): Promise<string | null> => page.locator('vua-recommendations #heading').textContent();
const told = <T extends 'recommendation_show' | 'recommendation_click'>(page: Page, type: T): Promise<EventData[T][]> => (
  page.evaluate((wanted) => window.vuaTold.filter((each) => each.type === wanted).map(({ data }) => data), type) as Promise<EventData[T][]>
);

describe('what is shown', () => {
  it.each([
    ['en', 'For you', 'Because you viewed Dress a', 'VND'], ['vi', 'Dành cho bạn', 'Vì bạn đã xem Váy a', '₫'],
  ])('gives the reason in %s, with nothing wrong for a screen reader', async (lang, heading, reason, currency) => {
    const page = await open({ history: VIEWED_A }, HOME, lang);
    expect((await names(page)).toSorted()).toEqual(['c', 'd', 'e', 'f']);
    expect(await headingOf(page)).toBe(heading);
    expect(await page.locator('.reason').first().textContent()).toBe(reason);
    expect(await page.locator('.badge').count()).toBe(0);
    expect(await page.locator('.price').first().textContent()).toContain(currency);
    expect(await page.locator('.note').count()).toBe(0);
    const session = await context.newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: AXE });
    const { result } = await session.send('Runtime.evaluate', { expression: 'axe.run().then((found) => found.violations.map((rule) => rule.id + " " + rule.nodes.map((node) => node.target.join(" "))))', awaitPromise: true, returnByValue: true });
    expect(result.value).toEqual([]);
  });

  it('shows what a name holds as text, also in the reason and to a screen reader', async () => {
    const name = '"><img src=x onerror="document.title=\'run\'"><script>document.title=\'run\'</script>{item}';
    await shop.close();
    const products = PRODUCTS.map((one) => ({ ...one, name: { vi: name, en: name } }));
    shop = await startRecommendationsShop({ products, tables: tablesOf(products, AFTER_A) });
    const page = await open({ history: VIEWED_A });
    await names(page);
    expect(await page.locator('[data-item] .name').first().textContent()).toBe(name);
    expect(await page.locator('.reason').first().textContent()).toBe(`Because you viewed ${name}`);
    expect(await page.locator('.dismiss').first().getAttribute('aria-label')).toContain(name);
    expect([await page.locator('vua-recommendations img').count(), await page.locator('vua-recommendations script').count(), await page.title() === 'run']).toEqual([0, 0, false]);
  });

  it('leads nowhere but to web addresses, and loads pictures from nowhere else', async () => {
    const page = await open({ history: VIEWED_A }, HOME.replace('limit', 'item-url="javascript:document.title=1//{id}" picture-url="data:image/gif;base64,{id}" limit'));
    const [first] = await names(page);
    expect(await page.locator('[data-item] a').first().getAttribute('href')).toBe(`/products/${first}`);
    expect(await page.locator('vua-recommendations img').count()).toBe(0);
  });

  it.each(['denied', 'unknown'] as const)('says popular, and uses no history, where personalization is %s', async (personalization) => {
    const page = await open({ history: VIEWED_A, personalization });
    expect(await names(page)).toContain('a');
    expect(await headingOf(page)).toBe('Popular in this shop');
    expect(await page.locator('.note').textContent()).toContain('not based on you');
    await page.evaluate(() => window.vuaConsent('granted'));
    await expect.poll(() => headingOf(page), PATIENT).toBe('For you');
    await page.evaluate(() => window.vuaConsent('denied'));
    await expect.poll(() => headingOf(page), PATIENT).toBe('Popular in this shop');
  });

  it('leaves out what is sold out in the size that fits, names the size of the rest, and tells nobody', async () => {
    const snapshotOf = (id: string) => ({ id, price: { amountMinor: 500_000, currency: 'VND' } as const, sales: [], sizes: ['XS', 'S', 'M', 'L'].map((label) => ({ label, inStock: id !== 'd' || label !== 'M' })) });
    shop.script = { ...shop.script, snapshot: snapshotOf };
    await open({ history: VIEWED_A, body: { ...sure, meansCm: {} } }).then((page) => names(page));
    const withoutBody = shop.asked.splice(0);
    const page = await open({ history: VIEWED_A, body: { ...sure, keptDaysAgo: 1 } });
    const shown = await names(page);
    expect(shown).not.toContain('d');
    expect(await page.locator('.size').allTextContents()).toEqual(shown.map(() => 'Your size M is in stock'));
    expect(shop.asked.toSorted()).toEqual(withoutBody.toSorted());
  });

  it('shows the price of a sale that holds, and the regular one', async () => {
    const sale = (id: string) => ({ id, price: { amountMinor: 500_000, currency: 'VND' } as const, sizes: [{ label: 'M', inStock: true }], sales: [{ price: { amountMinor: 400_000, currency: 'VND' } as const, startsAtMs: 0, endsAtMs: Date.now() + 86_400_000 }] });
    shop.script = { ...shop.script, snapshot: sale };
    const page = await open();
    await names(page);
    expect(await page.locator('.sale').first().textContent()).toContain('400,000');
    expect(await page.locator('s').first().textContent()).toContain('500,000');
  });

  it('follows the shop’s rules and the price range', async () => {
    const products = PRODUCTS.map((each, place) => ({ ...each, price: { amountMinor: (place + 1) * 100_000, currency: 'VND' as const } }));
    shop.script = { products, tables: tablesOf(products, undefined, { pins: [{ kind: 'for-you', place: 1, itemId: 'e' }], exclusions: [{ itemId: 'b' }] }) };
    const page = await open({}, HOME.replace('limit', 'price-most="500000" limit'));
    expect(await names(page)).toEqual(['e', 'a', 'c', 'd']);
    expect(await page.locator('.reason').allTextContents()).toEqual(['Picked by the shop']);
  });
});

describe('what heading and badges say', () => {
  it.each([['en', 'Similar, pre-owned', 'Pre-owned', 'Pre-owned'], ['vi', 'Đồ cũ tương tự', 'Đồ cũ đang bán', 'Đồ cũ']])('names used pieces in %s, in every row', async (lang, alike, others, mark) => {
    const used = ['u1', 'u2', 'u3', 'u4'].map((id) => product(id, { condition: 'used', price: { amountMinor: 300_000, currency: 'VND' } }));
    const coat = product('u5', { condition: 'used', garmentType: 'coat', audience: 'men' });
    const row = (kind: string): string => `<vua-recommendations slot="product" kind="${kind}" item="a" limit="8"></vua-recommendations>`;
    shop.script = { products: [...PRODUCTS, ...used], tables: tablesOf([...PRODUCTS, ...used]) };
    const page = await open({}, row('second-hand'), lang);
    expect((await names(page)).toSorted()).toEqual(['u1', 'u2', 'u3', 'u4']);
    expect([await headingOf(page), ...await page.locator('.badge').allTextContents()]).toEqual([alike, mark, mark, mark, mark]);
    shop.script = { products: [...PRODUCTS, ...used, coat], tables: tablesOf([...PRODUCTS, ...used, coat]) };
    const more = await open({}, row('second-hand'), lang);
    await names(more);
    expect(await headingOf(more)).toBe(others);
    expect(await more.locator('[data-item=u5] .reason').count()).toBe(0);
    await more.locator('[data-item=u5] .dismiss').click();
    expect(await headingOf(more)).toBe(alike);
    const similar = await open({}, row('similar'), lang);
    const shown = await names(similar);
    expect(shown.filter((id) => id.startsWith('u'))).toHaveLength(2);
    expect(await similar.locator('.badge').allTextContents()).toEqual([mark, mark]);
  });

  it('says "for you" on the cards of a sorted row that are, not on the others', async () => {
    const page = await open({ history: VIEWED_A }, '<vua-recommendations kind="rerank" item="b,c,d,g"></vua-recommendations>');
    expect(await names(page)).toEqual(['c', 'd', 'b', 'g']);
    expect(await headingOf(page)).toBe('Sorted for you');
    expect(await page.locator('[data-item]').evaluateAll((cards) => cards.map((card) => card.querySelector('.badge')?.textContent ?? ''))).toEqual(['For you', 'For you', '', '']);
  });
});

describe('what a shopper does', () => {
  it('tells a press with the answer’s id, and leaves it to the shop where that says so', async () => {
    const page = await open({ history: VIEWED_A, prevents: true });
    const [, second] = await names(page);
    await page.locator('[data-item] a').nth(1).click();
    const [click] = await told(page, 'recommendation_click');
    const [show] = await told(page, 'recommendation_show');
    expect(click).toMatchObject({ placement: 'home', itemId: second, position: 1, kind: 'for-you', strategy: 'co-visitation', recommendationId: show?.recommendationId });
    expect(await page.evaluate(() => window.vuaClicks)).toEqual([{ itemId: second, position: 1, kind: 'for-you', strategy: 'co-visitation', recommendationId: click?.recommendationId }]);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('goes to the item otherwise', async () => {
    const page = await open({ history: VIEWED_A }, HOME.replace('limit', 'item-url="/shirts/{id}" limit'));
    const [first] = await names(page);
    await page.locator('[data-item] a').first().click();
    await expect.poll(() => page.url()).toBe(`${shop.url}shirts/${first}`);
  });

  it('tells what was seen once half of it was, and each once', async () => {
    const page = await open({ history: VIEWED_A }, `<svg width="10" height="2000" aria-hidden="true"></svg>${HOME}`);
    await names(page);
    // Another frame of the page, in which an observer that were wrong would have told.
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    expect(await told(page, 'recommendation_show')).toEqual([]);
    await page.locator('[data-item]').first().scrollIntoViewIfNeeded();
    await expect.poll(async () => (await told(page, 'recommendation_show')).flatMap(({ itemIds }) => itemIds).length, PATIENT).toBe(4);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('[data-item]').last().scrollIntoViewIfNeeded();
    const shown = (await told(page, 'recommendation_show')).flatMap(({ itemIds }) => itemIds);
    expect(shown.toSorted()).toEqual(['c', 'd', 'e', 'f']);
  });

  it('hides an item for good, with the keyboard going on at the next, and takes it back', async () => {
    const page = await open({ history: VIEWED_A });
    const before = await names(page);
    await page.getByRole('button', { name: `Hide Dress ${before[0]}` }).click();
    expect(await names(page)).toEqual(before.slice(1));
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.parentElement?.dataset['item'])).toBe(before[1]);
    await page.reload();
    expect(await names(page)).not.toContain(before[0]);
    await page.getByRole('button', { name: `Hide Dress ${before[1]}` }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await names(page)).toContain(before[1]);
  });

  it('says so where everything was hidden, and shows it again', async () => {
    shop.script = { products: PRODUCTS.slice(0, 1), tables: tablesOf(PRODUCTS.slice(0, 1)) };
    const page = await open();
    await names(page);
    await page.getByRole('button', { name: 'Hide Dress a' }).click();
    await page.getByText('You have hidden every suggestion here.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Show them again' }).click();
    expect(await names(page)).toEqual(['a']);
  });
});

describe('bad days', () => {
  it('goes on from what it had when the server is away, and shows nothing where it had nothing', async () => {
    const page = await open({ history: VIEWED_A });
    const before = await names(page);
    await expect.poll(() => page.evaluate(async () => (await (await caches.open('vua-recommendations-1')).keys()).length), PATIENT).toBe(2);
    shop.isAway = true;
    await page.reload();
    expect(await names(page)).toEqual(before);
    const fresh = await browser.newContext();
    const empty = await fresh.newPage();
    await empty.goto(`${shop.url}?html=${encodeURIComponent(HOME)}`);
    await empty.waitForFunction(() => document.querySelector('vua-recommendations')?.shadowRoot?.childElementCount === 0);
    await fresh.close();
  });

  it.each([
    ['an empty session', [], 'Popular in this shop'],
    ['only unknown items', Array.from({ length: 50 }, (_, k) => ({ itemId: `gone-${k}`, type: 'view_item' as const })), 'Popular in this shop'],
    ['10,000 events', Array.from({ length: 10_000 }, (_, k) => ({ itemId: k % 3 === 0 ? 'a' : `gone-${k}`, type: 'view_item' as const })), 'For you'],
  ])('has an answer for %s', async (_name, history, heading) => {
    const page = await open({ history });
    expect((await names(page)).length).toBe(4);
    expect(await headingOf(page)).toBe(heading);
  });

  it('has an answer from attributes alone where the server has no tables', async () => {
    shop.script = { products: [...PRODUCTS, product('tee', { garmentType: 'tee' })] };
    const page = await open({ history: VIEWED_A });
    expect(await names(page)).not.toContain('tee');
    expect(await page.locator('.reason').first().textContent()).toBe('Similar to Dress a');
  });

  it('takes broken answers for none', async () => {
    const page = await open({ history: VIEWED_A });
    const before = await names(page);
    await expect.poll(() => page.evaluate(async () => (await (await caches.open('vua-recommendations-1')).keys()).length), PATIENT).toBe(2);
    shop.script = { products: [{ id: 'X Y' } as never], snapshot: () => ({}) as never };
    await page.reload();
    expect(await names(page)).toEqual(before);
  });

  it('tells what recently viewed is for, where nothing was', async () => {
    const page = await open({}, '<vua-recommendations slot="home" kind="recently-seen"></vua-recommendations>');
    await expect.poll(() => page.getByText('What you view will appear here.').isVisible()).toBe(true);
  });
});

describe('a shop with a trained model', () => {
  /** Whoever viewed some went on round the ring. */
  const RING = 'abcdefghijkl'.split('').map((id) => product(id));
  const SEEN = [{ itemId: 'b', type: 'view_item' }, { itemId: 'c', type: 'view_item' }, { itemId: 'd', type: 'view_item' }] as const;
  const ROW = HOME.replace('limit', 'diversity="0" limit');
  let trained: TrainedModel;
  beforeAll(async () => { trained = await trainModel(RING.map(({ id }) => id)); });
  beforeEach(() => { shop.script = { products: RING, tables: tablesOf(RING), modelFiles: trained.files }; });

  it.each([
    ['en', 'Because you viewed Dress', 'Based on what you viewed'], ['vi', 'Vì bạn đã xem Váy', 'Theo những món bạn đã xem'],
  ])('shows what the model expects, and because of what, in %s', async (lang, because, forYou) => {
    const expected = createExpecter(trained.content)(SEEN, { find: () => undefined })(100);
    const page = await open({ history: SEEN, follows: true }, ROW, lang);
    const shown = await names(page);
    expect(shown[0]).toBe('e');
    expect(shown).toEqual(expected?.items.slice(0, 4).map(({ itemId }) => itemId));
    const causes = shown.map((itemId) => expected?.causeOf(itemId));
    expect(causes).toContain('d');
    expect(await page.locator('.reason').allTextContents()).toEqual(causes.map((cause) => (cause === undefined ? forYou : `${because} ${cause}`)));
    await expect.poll(async () => (await told(page, 'recommendation_show')).flatMap(({ itemIds }) => itemIds).toSorted(), PATIENT).toEqual(shown.toSorted());
    for (const show of await told(page, 'recommendation_show')) expect(show).toMatchObject({ strategy: 'sequence-model', modelVersion: trained.content.manifest.version });
  });

  it('shows the same where views were repeated', async () => {
    const row = async (history: FixtureScript['history']): Promise<readonly (readonly string[])[]> => {
      const page = await open({ ...(history && { history }), follows: true }, ROW);
      const shown = [await names(page), await page.locator('.reason').allTextContents()];
      // What was kept on this device is not to be there the next time.
      await context.close();
      context = await browser.newContext();
      return shown;
    };
    const once = await row(SEEN);
    expect(await row(SEEN.flatMap((step) => [step, step, step]))).toEqual(once);
    expect(await row(SEEN.slice(0, 2))).not.toEqual(once);
  });

  it('goes on with the next strategy where the model is damaged', async () => {
    const model = Object.keys(trained.files).find((path) => path.endsWith('/model.bin')) ?? '';
    shop.script = { products: RING, tables: tablesOf(RING, RING.map(({ id }) => (id === 'd' ? [0, 9, 0, 7, 8, 0, 8, 7, 0, 9, 6, 0] : []))), modelFiles: { ...trained.files, [model]: new Uint8Array(9) } };
    const page = await open({ history: SEEN, follows: true }, ROW);
    expect((await names(page)).toSorted()).toEqual(['a', 'h', 'i', 'j']);
    expect(new Set(await page.locator('.reason').allTextContents())).toEqual(new Set(['Because you viewed Dress d']));
  });
});
