import type { TrendTop, TrendWeeks } from '@vua/models/contracts';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../tools/testing/open-browser.ts';
import { lastWholeWeekMs, loadHistory, madeCsv, type MadeTag } from './console/testing/load-history.ts';
import { madeAccuracy, mondayAfter } from './console/trends/testing/made-trends.ts';
import { type RunningShop, startShop } from './journeys/testing/start-shop.ts';
import { violationsOf } from './journeys/testing/violations-of.ts';
import { watchPage } from './journeys/testing/watch-page.ts';

const TAGS: readonly MadeTag[] = [
  { tag: 'linen', topInWeeks: 20 }, { tag: 'váy midi', topInWeeks: 18 }, { tag: 'wool', topInWeeks: 48 }, { tag: 'tweed', topInWeeks: 46 }, { tag: 'denim', topInWeeks: 33 }, { tag: 'velvet', topInWeeks: 7 },
  { tag: 'crochet', topInWeeks: 20, weeks: 20 }, { tag: 'capri', topInWeeks: 20, weeks: 2 }, { tag: 'poncho', topInWeeks: 20, silentWeeks: 14 }, { tag: 'colour:beige', topInWeeks: 19 },
];

let shop: RunningShop;
let emptyShop: RunningShop;
let browser: Browser;

beforeAll(async () => {
  [shop, emptyShop] = [await startShop(), await startShop()];
  await loadHistory(shop, madeCsv(TAGS, lastWholeWeekMs(Date.now())));
  await loadHistory(shop, madeCsv([{ tag: 'corduroy', topInWeeks: 20 }], lastWholeWeekMs(Date.UTC(2023, 5, 1))), 'pinterest');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
  await emptyShop.close();
});

interface OpenedTrends {
  readonly page: Page;
  readonly complaints: string[];
}

interface Opening {
  readonly language?: 'vi' | 'en';
  readonly widthPx?: number;
  readonly tag?: string;
  readonly at?: RunningShop;
  /** What stands in for an answer of the server, by the end of its address. */
  readonly routes?: Readonly<Record<string, (route: Route) => Promise<void>>>;
}

/** The page of trends, signed in by its link. */
async function open({ language = 'en', widthPx = 1280, tag, at = shop, routes = {} }: Opening = {}): Promise<OpenedTrends> {
  const page = await browser.newPage({ viewport: { width: widthPx, height: 900 }, reducedMotion: 'reduce' });
  const complaints = watchPage(page, [at.url]);
  // Whether the server knows collectors is not what most tests ask.
  for (const [end, answer] of Object.entries({ '/sources': (route: Route) => route.fulfill({ json: { sources: [] } }), ...routes })) await page.route(`**/v1/trends${end}`, answer);
  await page.goto(at.consoleUrl.replace('#', `?lang=${language}#${new URLSearchParams({ view: 'trends', ...(tag !== undefined && { tag }) }).toString()}&`));
  await page.locator('.trends h1').waitFor();
  return { page, complaints };
}

const chartOf = async (page: Page, tag: string): Promise<void> => {
  await page.locator('#tag-title', { hasText: tag }).waitFor();
  await page.locator('.trend-tag .trend-picture').first().waitFor();
};
const listed = (page: Page): Promise<readonly string[]> => page.locator('.tag-button').allTextContents();
const told = async (page: Page): Promise<string> => (await page.locator('.told-week').textContent()) ?? '';
const doubts = (page: Page): Promise<readonly (string | null)[]> => page.locator('[data-doubt]').evaluateAll((items) => items.map((item) => item.getAttribute('data-doubt')));
const slider = (page: Page): Locator => page.locator('.week-slider');

const looksRight = async ({ page, complaints }: OpenedTrends): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
};

describe('tags and their charts', () => {
  it.each([['vi', 390, 'Đang xuống', 'Nhiều khả năng tăng'], ['en', 1280, 'Falling', 'Likely to rise']] as const)('are read, in %s at %i px', async (language, widthPx, falling, call) => {
    const opened = await open({ language, widthPx, routes: { '/accuracy': (route) => route.fulfill({ json: madeAccuracy() }) } });
    const { page } = opened;
    await page.locator('.call').waitFor();
    expect(await listed(page)).toEqual(expect.arrayContaining(['linen', 'váy midi']));
    expect(await page.locator('.call').textContent()).toContain(call);
    await page.getByRole('button', { name: falling }).click();
    expect(await listed(page)).toEqual(expect.arrayContaining(['wool', 'tweed']));
    for (const path of ['line-seen', 'line-ahead', 'line-baseline', 'band80', 'band95']) expect(await page.locator(`.trend-picture path.${path}`).first().getAttribute('d')).toMatch(/^M/);
    await looksRight(opened);
    await page.close();
  });

  it('are chosen, looked along and left again by keyboard alone', async () => {
    const { page, complaints } = await open({ tag: 'linen' });
    await chartOf(page, 'linen');
    await page.locator('[data-tag="váy midi"] .tag-button').focus();
    await page.keyboard.press('Enter');
    await chartOf(page, 'váy midi');
    await slider(page).focus();
    expect(await told(page)).toContain('seen');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => told(page)).toContain('8 times in 10');
    expect(await slider(page).getAttribute('aria-valuetext')).toBe(await told(page));
    await page.getByRole('button', { name: '52 weeks' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => slider(page).getAttribute('max')).toBe(String(104 + 52 - 1));
    await page.goBack();
    await chartOf(page, 'linen');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('are opened with the first direction that has any', async () => {
    const { page, complaints } = await open({ routes: { '/top*': async (route) => {
      const top = await (await route.fetch()).json() as TrendTop;
      return route.fulfill({ json: top.class === 'rising' ? { ...top, tags: [] } : top });
    } } });
    await page.locator('[data-class=falling][aria-pressed=true]').waitFor();
    await chartOf(page, (await listed(page))[0] ?? 'nothing');
    await page.locator('[data-class=rising]').click();
    await page.getByText('No tag is here now.').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('have their numbers in a table, and a picture in words', async () => {
    const { page } = await open({ tag: 'linen' });
    await chartOf(page, 'linen');
    await page.locator('.numbers summary').first().click();
    const rows = page.locator('.numbers').first().locator('tbody tr');
    expect(await rows.count()).toBe(104 + 13);
    expect(await rows.last().locator('td').allTextContents()).toEqual(['', expect.stringMatching(/^\d/), expect.stringContaining(' and '), expect.stringContaining(' and '), expect.stringMatching(/^\d/)]);
    expect(await page.locator('#weeks-chart-description').textContent()).toMatch(/^Seen from .+ Forecast to .+8 times in 10/);
    await page.close();
  });

  it.each([['vi', 'be (màu)', 'be'], ['en', 'beige (colour)', 'Beige']] as const)('that are attributes are told and found in words, in %s', async (language, name, typed) => {
    const opened = await open({ language, tag: 'linen' });
    const { page } = opened;
    await page.getByRole('button', { name, exact: true }).first().waitFor();
    expect(await listed(page)).not.toContain('colour:beige');
    await page.locator('#tag').fill(typed);
    await page.keyboard.press('Enter');
    await chartOf(page, name);
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('tag')).toBe('colour:beige');
    expect(await page.locator('.trend-tag h3').first().textContent()).toContain(name);
    await looksRight(opened);
    await page.close();
  });

  it('that nobody has seen lead to those that are written alike', async () => {
    const { page, complaints } = await open();
    await page.getByLabel('Find a tag').fill('linnen');
    await page.keyboard.press('Enter');
    await page.getByText('There are no data about “linnen”.').waitFor();
    await page.locator('.tag-buttons').getByRole('button', { name: 'linen' }).click();
    await chartOf(page, 'linen');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('are text, whatever stands in a link', async () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const { page, complaints } = await open({ tag: hostile });
    await page.getByText(`There are no data about “${hostile}”.`).waitFor();
    expect(await page.locator('#console').locator('img, script').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('doubt', () => {
  it('is told with each tag', async () => {
    const { page } = await open({ tag: 'crochet' });
    await chartOf(page, 'crochet');
    expect(await doubts(page)).toEqual(expect.arrayContaining(['low-confidence', 'borrowed-season']));
    await page.evaluate(() => { location.hash = '#view=trends&tag=poncho'; });
    await chartOf(page, 'poncho');
    await expect.poll(() => doubts(page)).toContain('no-base');
    await page.evaluate(() => { location.hash = '#view=trends&tag=capri'; });
    await page.getByText('too early for a forecast').waitFor();
    await page.evaluate(() => { location.hash = '#view=trends&tag=corduroy'; });
    await chartOf(page, 'corduroy');
    await expect.poll(() => doubts(page)).toContain('old');
    await page.close();
  });

  it('is told of sources that went silent, and of a server that has not learned', async () => {
    const { page } = await open({ routes: { '/top*': async (route) => {
      const top = await (await route.fetch()).json() as TrendTop;
      return route.fulfill({ json: { ...top, modelVersion: 0 } });
    } } });
    await page.locator('[data-notice=not-learned]').waitFor();
    expect(await page.locator('[data-notice=old]').count()).toBe(0);
    expect(await page.locator('[data-source=csv]').textContent()).toContain('fresh');
    expect(await page.locator('[data-source=pinterest] .stale').textContent()).toMatch(/^\d+ weeks ago$/);
    await page.close();
  });
});

describe('accuracy', () => {
  it.each([['vi', 'Lệch trung bình 11,0 điểm', 'đang dùng', 'lệch quá nhiều'], ['en', '11.0 points off on average', 'in use', 'missed too much']] as const)('is told by week, source and version, in %s', async (language, sentence, status, reason) => {
    const { page, complaints } = await open({ language, routes: { '/accuracy': (route) => route.fulfill({ json: madeAccuracy() }) } });
    const section = page.locator('.accuracy');
    await section.getByText(sentence).waitFor();
    expect(await section.locator('.line-limit').count()).toBe(2);
    expect(await section.locator('.mark-error').count()).toBe(2);
    const versions = await section.locator('.wide-table').last().locator('tbody tr').allTextContents();
    expect(versions).toHaveLength(3);
    expect(versions[1]).toContain(status);
    expect(versions[1]).toContain(reason);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('of one tag: each earlier forecast beside what came true', async () => {
    const forecast = { version: 0, change: 0.3, low80: 0.1, high80: 0.5, class: 'rising' } as const;
    const opened = await open({ tag: 'linen', routes: { '/weeks*': async (route) => {
      const weeks = await (await route.fetch()).json() as TrendWeeks;
      const forecasts = [0.2, 0.7, null].map((actual, k) => ({ ...forecast, week: mondayAfter('2026-01-05', 3 * k), version: actual === null ? 1 : 0, actual }));
      return route.fulfill({ json: { ...weeks, forecasts } });
    } } });
    const { page } = opened;
    const picture = page.locator('[aria-labelledby^=past-chart]');
    await picture.waitFor();
    expect([await picture.locator('.mark-told').count(), await picture.locator('.mark-came').count()]).toEqual([3, 2]);
    expect(await page.locator('#past-chart-description').textContent()).toBe('3 forecasts, 2 of them judged; 1 within the range of 8 in 10.');
    await looksRight(opened);
    await page.close();
  });
});

describe('collectors', () => {
  const SOURCES = [
    { source: 'instagram', status: 'active', quota: { requestsToday: 12, usagePercent: 37, hashtagsUsed: 27, hashtagsLimit: 30 }, lastSuccessAtMs: Date.now() - 3.5 * 3_600_000, heldTags: ['linen'] },
    { source: 'pinterest', status: 'paused', reason: 'token-revoked', quota: { requestsToday: 980, requestsPerDay: 1000 }, heldTags: [] },
  ];

  it('tell how much of their quota is used, and why they rest', async () => {
    const opened = await open({ widthPx: 390, routes: { '/sources': (route) => route.fulfill({ json: { sources: SOURCES } }) } });
    const { page } = opened;
    const instagram = page.locator('[data-collector=instagram]');
    await instagram.waitFor();
    for (const words of ['running', '3 hr ago', '37%', '27 of 30 hashtags']) expect(await instagram.textContent()).toContain(words);
    for (const words of ['paused: the access token was revoked', 'no success yet', '98%']) expect(await page.locator('[data-collector=pinterest]').textContent()).toContain(words);
    await page.locator('.call').waitFor();
    await looksRight(opened);
    await page.close();
  });

  it.each([403, 404])('are left out where the server answers %i', async (status) => {
    const answered = Promise.withResolvers<void>();
    const { page } = await open({ routes: {
      '/sources': (route) => route.fulfill({ status, json: {} }).then(answered.resolve),
      // Only after that, so that the page has had its time to show it.
      '/predict': (route) => answered.promise.then(() => route.continue()),
    } });
    await page.locator('.call').waitFor();
    expect(await page.locator('.collectors').count()).toBe(0);
    await page.close();
  });
});

describe('where there is nothing to show', () => {
  it('says what failed, and loads again', async () => {
    let isAway = true;
    const { page } = await open({ routes: { '/top*': (route) => (isAway ? route.fulfill({ status: 503, json: {} }) : route.continue()), '/predict': (route) => (isAway ? route.abort() : route.continue()) } });
    await page.getByText('This could not be loaded.').first().waitFor();
    isAway = false;
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.locator('.call').waitFor();
    expect(await page.getByText('This could not be loaded.').count()).toBe(0);
    await page.close();
  });

  it('says that the key may not read trends', async () => {
    const { page } = await open({ routes: { '/top*': (route) => route.fulfill({ status: 403, json: {} }) } });
    await page.getByText('It needs the permission insights:read.').waitFor();
    expect(await page.locator('.trend-lists, .trends-empty').count()).toBe(0);
    await page.close();
  });

  it('tells how history is loaded, and shows an old one for what it is', async () => {
    const opened = await open({ language: 'vi', widthPx: 390, at: emptyShop });
    const { page } = opened;
    await page.getByText('Chưa có xu hướng nào để xem.').waitFor();
    expect(await page.locator('.trends-empty').textContent()).toContain(`curl -X POST "${emptyShop.url}/v1/trends/history?source=csv"`);
    await looksRight(opened);
    await loadHistory(emptyShop, madeCsv(TAGS, lastWholeWeekMs(Date.UTC(2020, 0, 8))));
    await page.getByRole('button', { name: 'Tải lại' }).click();
    await page.locator('[data-notice=old]').waitFor();
    expect(await page.locator('[data-notice=old]').textContent()).toContain('30/12/2019');
    await page.locator('.call').waitFor();
    await looksRight(opened);
    await page.getByRole('button', { name: 'EN, English' }).click();
    expect(await page.locator('[data-notice=old]').textContent()).toContain('30 Dec 2019');
    await page.close();
  });
});
