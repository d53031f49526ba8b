import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';

/**
 * Resident memory of a browser's pages in megabytes, without what is mapped from files (the browser's own code). Linux only.
 * @param collect collects garbage first.
 */
export async function rendererMemoryMb(browser: Browser, page: Page, collect: boolean): Promise<number> {
  if (collect) {
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
  }
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.reduce((sum, { id }) => sum + residentKb(id), 0) / 1000;
}

const SETTLE_TRIES = 12;
const SETTLE_MS = 1500;

/** The least memory within some seconds of collecting: allocators give pages back late. */
export async function settledMemoryMb(browser: Browser, page: Page): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < SETTLE_TRIES; attempt++) {
    least = Math.min(least, await rendererMemoryMb(browser, page, true));
    await delay(SETTLE_MS);
  }
  return least;
}

function residentKb(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    const kb = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return kb('RssAnon') + kb('RssShmem');
  } catch {
    return 0;
  }
}
