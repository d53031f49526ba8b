import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { SizeChart } from '@vua/models/contracts';
import { openBrowser } from '../../../../../tools/testing/open-browser.ts';
import { type FinderPage, type FinderSite, serveFinder } from './finder-page.ts';
import type { MemoryEngineScript } from './memory-engine.ts';

const row = (label: string, chest: number, waist: number, hip: number): SizeChart['rows'][number] => ({
  label, systems: { eu: `${chest - 48}` },
  body: { chest: { minCm: chest, maxCm: chest + 5 }, waist: { minCm: waist, maxCm: waist + 5 }, hip: { minCm: hip, maxCm: hip + 5 } },
  garmentCm: { chest: chest + 12 },
});
const chart: SizeChart = {
  id: 'dress', garmentType: 'dress', fit: 'regular',
  rows: [row('XS', 80, 62, 86), row('S', 85, 67, 91), row('M', 90, 72, 96), row('L', 95, 77, 101)],
};
/** The answer is clear: M. */
export const sure: MemoryEngineScript = { chart, meansCm: { chest: 92.5, waist: 74.5, hip: 98.5 }, sdCm: 1 };
/** The body lies between M and L. */
export const atTheEdge: MemoryEngineScript = { chart, meansCm: { chest: 95, waist: 77, hip: 101 }, sdCm: 2.5 };


export interface OpenFinder {
  (script: MemoryEngineScript, lang?: 'vi' | 'en', more?: { widthPx?: number; heightPx?: number; isStyled?: boolean; theme?: 'dark' }): Promise<Page>;
}

/** A browser and a site for the tests of one file. @returns opens the page of a finder; it is closed after the test, which fails when the page complained. */
export function useFinder(): OpenFinder {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let site: FinderSite;
  let opened: FinderPage | undefined;
  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(), serveFinder()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  afterEach(async () => {
    const problems = opened?.problems ?? [];
    await opened?.page.close();
    opened = undefined;
    if (problems.length > 0) throw new Error(`the page complained: ${problems.join('\n')}`);
  });
  return async (script, lang = 'vi', more = {}) => {
    opened = await site.open(browser, { lang, script, ...more });
    return opened.page;
  };
}

export const heading = (page: Page): Locator => page.locator('#title');
export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
export const calls = (page: Page): Promise<string[]> => page.evaluate(() => window.vuaEngine.calls);
export const events = (page: Page): Promise<unknown> => page.evaluate(() => window.vuaEvents);

export async function answer(page: Page, way: 'camera' | 'photos' | 'answers' = 'answers'): Promise<void> {
  await page.locator('vua-size-finder button').first().click();
  await page.locator(`[data-way=${way}]`).click();
  await page.locator('#stature').fill('165');
  await page.locator('#mass').fill('56');
  await page.locator('button[type=submit]').click();
}

/** A moment of a live scan. */
export async function emitLive(page: Page, hint?: 'too-close'): Promise<void> {
  await page.evaluate((given) => window.vuaEngine.emit({
    step: 'hold-front', view: 'front', caption: 'Stand still', progress: 0.3, video: { widthPx: 720, heightPx: 1280 },
    outline: window.vuaEngine.outlines.front.points, countdown: 2, paused: false, ...(given && { hint: given }),
  }), hint);
}

export const emitDone = (page: Page): Promise<void> => page.evaluate(() => {
  window.vuaEngine.emit({ step: 'measuring', caption: 'Measuring', progress: 0.9 });
  window.vuaEngine.emit({ step: 'done', caption: '', progress: 1, body: window.vuaEngine.body('camera'), outlines: window.vuaEngine.outlines });
});

/** Name of the element that the keyboard is on. */
export const focusedIn = (page: Page): Promise<string> => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return `${element?.localName} ${element?.id || element?.getAttribute('data-way') || element?.getAttribute('data-size') || element?.getAttribute('aria-label') || element?.textContent?.trim() || ''}`.trim();
});
