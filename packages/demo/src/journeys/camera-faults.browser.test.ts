import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { cameraOf } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { beginScan, named, problemOf, screen } from './testing/walk-dialog.ts';
import { cameraOn, camerasLeftOn, setHidden, watchPage } from './testing/watch-camera.ts';

const SOMEBODY = { statureCm: 161 };
let shop: RunningShop;
let browser: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  shop = await startShop();
  browser = await openBrowser(cameraOf('dev-003'));
});
afterEach(async () => { for (const page of opened.splice(0)) await page.context().close(); });
afterAll(async () => {
  await browser.close();
  await shop.close();
});

async function open(from = browser): Promise<Page> {
  const { page } = await openProductPage(from, { url: shop.url, product: 'midi-dress', prepare: watchPage });
  opened.push(page);
  return page;
}

async function openScan(): Promise<Page> {
  const page = await open();
  await beginScan(page, SOMEBODY);
  await cameraOn(page);
  return page;
}

describe('a camera that does not open', () => {
  it.each([
    ['denied', ['--use-fake-device-for-media-stream', '--deny-permission-prompts'], 'The camera was not allowed. Allow it in your browser settings, or choose another way.'],
    ['not there', ['--use-fake-device-for-media-stream=device-count=0', '--use-fake-ui-for-media-stream'], 'This device has no camera. Please choose another way.'],
  ])('%s: named, and another way is offered', async (_what, args, sentence) => {
    const without = await openBrowser(args);
    const page = await open(without);
    await beginScan(page, SOMEBODY);
    expect(await problemOf(page)).toEqual(named(sentence));
    await page.locator('[data-offer=manual]').click();
    await page.locator('.frame[data-screen=details] #age').waitFor();
    opened.splice(0);
    await without.close();
  });

  it('taken by another app: named', async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('taken', 'NotReadableError'));
    });
    await beginScan(page, SOMEBODY);
    expect(await problemOf(page)).toEqual(named('Another app is using the camera. Close it and try again.'));
  });
});

describe('a camera that ends in the middle of a scan', () => {
  it.each([
    ['unplugged', 'ended', 'The camera was disconnected. Check it and try again.'],
    ['covered by the system', 'mute', 'The camera sends no picture. Switch it on and try again.'],
  ])('%s: named within a second and a half, and switched off', async (_what, event, sentence) => {
    const page = await openScan();
    await page.evaluate((type) => {
      const [track] = window.givenTracks;
      // What the browser does then.
      if (type === 'ended') track?.stop();
      else Object.defineProperty(track, 'muted', { value: true });
      track?.dispatchEvent(new Event(type));
    }, event);
    await screen(page, 'problem').waitFor({ timeout: 1500 });
    expect(await camerasLeftOn(page)).toBe(0);
    expect(await problemOf(page)).toEqual(named(sentence));
  });

  it('its permission withdrawn: named, and switched off', async () => {
    const page = await open();
    await page.context().grantPermissions(['camera'], { origin: shop.url });
    await beginScan(page, SOMEBODY);
    await cameraOn(page);
    const { targetInfo } = await (await page.context().newCDPSession(page)).send('Target.getTargetInfo');
    await (await browser.newBrowserCDPSession()).send('Browser.setPermission', {
      permission: { name: 'camera' }, setting: 'denied', origin: shop.url, browserContextId: targetInfo.browserContextId,
    });
    await screen(page, 'problem').waitFor({ timeout: 1500 });
    expect(await camerasLeftOn(page)).toBe(0);
    expect(await problemOf(page)).toEqual(named('Camera permission was just withdrawn. Allow it again to go on.'));
  });
});

describe('the light is off within a second', () => {
  it.each<readonly [string, (page: Page) => Promise<unknown>]>([
    ['the close button', (page) => page.locator('[part=close]').click()],
    ['the escape key', (page) => page.keyboard.press('Escape')],
    ['the back button', (page) => page.locator('[part=back]').click()],
    ['answering questions instead', (page) => page.locator('.frame[data-screen=scan] button.link').click()],
    ['a page that takes the finder away', (page) => page.locator('vua-size-finder').evaluate((finder) => finder.remove())],
  ])('after %s', async (_what, leave) => {
    const page = await openScan();
    await leave(page);
    expect(await camerasLeftOn(page)).toBe(0);
  });
});

it('a page that is not seen pauses the scan, and goes on when it is seen', async () => {
  const page = await openScan();
  const caption = page.locator('.frame[data-screen=scan] .caption');
  await setHidden(page, true);
  await expect.poll(() => caption.textContent()).toBe('Paused.');
  const progress = await page.locator('.progress').evaluate((bar) => (bar as HTMLProgressElement).value);
  // A camera's picture goes on; a scan that did not pause would have read it.
  await page.locator('.stage-picture video').evaluate(async (video) => {
    for (let frame = 0; frame < 100; frame++) await new Promise((resolve) => { (video as HTMLVideoElement).requestVideoFrameCallback(resolve); });
  });
  expect(await caption.textContent()).toBe('Paused.');
  expect(await page.locator('.progress').evaluate((bar) => (bar as HTMLProgressElement).value)).toBe(progress);
  await setHidden(page, false);
  await expect.poll(() => page.locator('.progress').evaluate((bar) => (bar as HTMLProgressElement).value), { timeout: 20_000 }).toBeGreaterThan(progress);
});

it('two finders on a page share one camera', async () => {
  const page = await openScan();
  await page.evaluate(async () => {
    const second = document.createElement('vua-size-finder');
    second.setAttribute('product', 'linen-shirt-women');
    second.lang = 'en';
    document.body.append(second);
    // The first dialog covers its button.
    await (second as HTMLElement & { open(): Promise<void> }).open();
  });
  const second = page.locator('vua-size-finder').nth(1);
  await second.locator('[data-way=camera]').click();
  await second.locator('#stature').fill('170');
  await second.locator('form button[type=submit]').click();
  await screen(second, 'prepare').locator('button.primary').click();
  expect(await problemOf(second)).toEqual(named('The camera is in use elsewhere on this page. Close that and try again.'));
  await cameraOn(page);
  await page.locator('vua-size-finder').first().evaluate((finder) => finder.remove());
  expect(await camerasLeftOn(page)).toBe(0);
  await page.locator('[data-offer=retry]').click();
  await cameraOn(page);
  expect(await page.evaluate(() => window.givenTracks.length), 'one after the other').toBe(2);
});
