import type { BrowserContext, Page } from 'playwright-core';

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
    const post = Reflect.get(Worker.prototype, 'postMessage') as (this: Worker, ...message: unknown[]) => void;
    Worker.prototype.postMessage = function postAndDie(this: Worker, ...message: unknown[]): void {
      post.apply(this, message);
      if (window.killNextWorker) this.terminate();
      window.killNextWorker = false;
    };
  });
}

/** Waits until exactly one camera is on and the scan is shown. */
export async function cameraOn(page: Page): Promise<void> {
  await page.locator('.frame[data-screen=scan] .caption').first().waitFor({ timeout: 30_000 });
  await page.waitForFunction(() => window.givenTracks.filter(({ readyState }) => readyState === 'live').length === 1, undefined, { timeout: 30_000 });
}

/** Cameras that are still on a second after they should have been switched off. */
export async function camerasLeftOn(page: Page): Promise<number> {
  const off = page.waitForFunction(() => window.givenTracks.every(({ readyState }) => readyState === 'ended'), undefined, { timeout: 1000 });
  await off.catch(() => undefined);
  return page.evaluate(() => window.givenTracks.filter(({ readyState }) => readyState === 'live').length);
}

/** What a browser tells a page that is no longer seen, or is seen again. */
export const setHidden = (page: Page, hidden: boolean): Promise<void> => page.evaluate((value) => {
  Object.defineProperty(document, 'hidden', { value, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}, hidden);
