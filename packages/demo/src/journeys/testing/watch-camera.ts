import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

declare global {
  interface Window {
    /** Every track that the browser gave. */
    givenTracks: MediaStreamTrack[];
    /** Ends the worker that is called next, while it is at work. */
    killNextWorker: boolean;
  }
}

/** Keeps the tracks that the page is given, and lets workers be killed. */
export async function watchPage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.givenTracks = [];
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      window.givenTracks.push(...stream.getTracks());
      return stream;
    };
    window.Worker = class extends Worker {
      override postMessage(...message: Parameters<Worker['postMessage']>): void {
        super.postMessage(...message);
        if (window.killNextWorker) this.terminate();
        window.killNextWorker = false;
      }
    };
  });
}

const liveTracks = (page: Page): Promise<number> => page.evaluate(() => window.givenTracks.filter(({ readyState }) => readyState === 'live').length);

/** Waits until exactly one camera is on and its picture moves. */
export async function expectCameraOn(page: Page): Promise<void> {
  await page.locator('.frame[data-screen=scan] .caption').first().waitFor({ timeout: 30_000 });
  await expect.poll(() => liveTracks(page), { timeout: 30_000 }).toBe(1);
}

/** Sees that every camera that was on is off within a second. */
export async function expectCameraOff(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.givenTracks.length), 'it was on').toBeGreaterThan(0);
  await expect.poll(() => liveTracks(page), { timeout: 1000 }).toBe(0);
}

/** What a browser tells a page that is no longer seen, or is seen again. */
export const setHidden = (page: Page, hidden: boolean): Promise<void> => page.evaluate((value) => {
  Object.defineProperty(document, 'hidden', { value, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}, hidden);
