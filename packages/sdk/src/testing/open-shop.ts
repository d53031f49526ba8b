import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { callPage } from '../../../../tools/testing/call-page.ts';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import type { TrackerOptions } from '../tracker-options.ts';
import { bundleBrowser } from './bundle-browser.ts';
import { type MemoryIngest, startMemoryIngest } from './memory-ingest.ts';
import type { lab } from './tracker-page.ts';

export const SITE_KEY = 'site_faultshop';

let script: Promise<string> | undefined;

/** A server, and pages of a shop that track to it. */
export async function startShop(): Promise<MemoryIngest> {
  script ??= bundleBrowser(fileURLToPath(new URL('tracker-page.ts', import.meta.url)));
  return startMemoryIngest({ siteKey: SITE_KEY, script: await script });
}

export interface ShopPage {
  readonly page: Page;
  readonly call: <K extends keyof typeof lab>(name: K, ...given: Parameters<(typeof lab)[K]>) => Promise<Awaited<ReturnType<(typeof lab)[K]>>>;
}

/** Opens a page of the shop with an open tracker. */
export async function openShop(context: BrowserContext, { apiUrl, pageUrl }: MemoryIngest, options: Partial<TrackerOptions> = {}, granted = true): Promise<ShopPage> {
  const page = await context.newPage();
  await page.goto(pageUrl);
  await page.waitForFunction('globalThis.lab');
  const call: ShopPage['call'] = (name, ...given) => callPage(page, 'lab', name, given) as never;
  await call('open', { siteKey: SITE_KEY, apiUrl, maxWaitMs: 200, ...options }, granted);
  return { page, call };
}

/** Flushes until nothing is left. */
export async function sendAll({ call }: Pick<ShopPage, 'call'>): Promise<void> {
  const { status } = await call('flush');
  if (status !== 'empty') await sendAll({ call });
}

/** Nothing went wrong on the page itself. */
export async function expectQuiet({ call }: Pick<ShopPage, 'call'>): Promise<void> {
  expect(await call('problems')).toEqual([]);
}

/** Numbers of the stored events of `burst` and `stream`, in the order of their arrival. */
export const numbersOf = ({ stored }: MemoryIngest): unknown[] => stored.map(({ data }) => (data as { values: { number: number } }).values.number);
export const range = (count: number, first = 0): number[] => Array.from({ length: count }, (_, k) => first + k);
/** For what takes longer on a busy machine. */
export const PATIENT = { timeout: 30_000 };
/** The server hangs up. */
export const DOWN = () => ({ kind: 'cut' }) as const;

/** For a file of tests: one browser, and for each test a context and a server of its own. */
export function withFreshShop(take: (context: BrowserContext, ingest: MemoryIngest, browser: Browser) => void): void {
  let browser: Browser;
  let context: BrowserContext;
  let ingest: MemoryIngest;
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(async () => { await browser.close(); });
  beforeEach(async () => {
    [context, ingest] = [await browser.newContext(), await startShop()];
    take(context, ingest, browser);
  });
  afterEach(async () => {
    await context.close();
    await ingest.close();
  });
}
