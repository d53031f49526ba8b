import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../tools/testing/open-browser.ts';
import { crashTabs, killBrowsers, raceTabs } from './testing/tracker-faults.ts';

/** `VUA_SEED` plays a failed run again. */
const SEED = Number(process.env['VUA_SEED'] ?? Date.now() % 1_000_000_000);
let browser: Browser;

beforeAll(async () => { browser = await openBrowser(); });
afterAll(async () => { await browser.close(); });

it(`loses nothing when 20 tabs crash (seed ${SEED})`, async () => {
  const { committed, lost } = await crashTabs(browser, 20, SEED);
  expect(committed).toBeGreaterThan(20);
  expect(lost).toBe(0);
});

it(`loses nothing when 10 browsers are killed (seed ${SEED})`, async () => {
  const { committed, lost } = await killBrowsers(10, SEED);
  expect(committed).toBeGreaterThan(10);
  expect(lost).toBe(0);
});

it.each(['web-locks', 'lease'] as const)('sends nothing twice when two tabs flush one queue 50 times, by %s', async (guard) => {
  expect(await raceTabs(browser, 50, guard)).toEqual({ committed: 500, lost: 0, sentTwice: 0 });
});

it('would see it: tabs that nothing keeps apart send twice, and the server stores once', async () => {
  const { committed, lost, sentTwice } = await raceTabs(browser, 50, 'nothing');
  expect({ committed, lost }).toEqual({ committed: 500, lost: 0 });
  expect(sentTwice).toBeGreaterThan(0);
});
