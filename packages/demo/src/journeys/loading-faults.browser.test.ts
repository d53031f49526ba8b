import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { faultSource, type WorkerFault } from '../../../../tools/worker-lab/worker-faults.ts';
import { cameraOf, personOf, trueSizes } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { beginScan, named, problemOf, measurePhotos, outcomeOf, screen } from './testing/walk-dialog.ts';
import { cameraOn, camerasLeftOn, watchPage } from './testing/watch-camera.ts';

type Prepare = (context: BrowserContext) => Promise<void>;

const PRODUCT = 'linen-shirt-women';
const person = personOf('dev-003');
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

async function open(prepare?: Prepare): Promise<Page> {
  const { page } = await openProductPage(browser, { url: shop.url, product: PRODUCT, prepare });
  opened.push(page);
  return page;
}

const missing = (files: RegExp): Prepare => async (context) => {
  await context.route(files, (route) => route.fulfill({ status: 404 }));
};
const forged = (files: RegExp): Prepare => async (context) => {
  await context.route(files, (route) => route.fulfill({ body: Buffer.alloc(4096, 7), headers: { 'access-control-allow-origin': '*' } }));
};

const EVERY_WEIGHT = /\/sdk\/[^/]+\.(bin|task)$/;
const OUR_WEIGHTS = /\/sdk\/(detector|lite)-(quantized|half)-[^/]+\.bin$/;

describe('files that do not come', () => {
  it.each([
    ['weights that are missing', missing(EVERY_WEIGHT), 'Measuring could not be loaded. Check your connection and try again.'],
    ['weights of other bytes', forged(EVERY_WEIGHT), 'What was loaded for measuring is damaged. Please try again.'],
    ['a worker that is missing', missing(/\/sdk\/worker-(wasm|webgl|webgpu|tasks-vision)-[^/]+\.js$/), 'Measuring could not be loaded. Check your connection and try again.'],
    ['a worker of other bytes', forged(/\/sdk\/worker-(wasm|webgl|webgpu|tasks-vision)-[^/]+\.js$/), 'What was loaded for measuring is damaged. Please try again.'],
  ])('%s: named, never a size', async (_what, prepare, sentence) => {
    const page = await open(prepare);
    await measurePhotos(page, person);
    expect(await problemOf(page)).toEqual(named(sentence));
  });

  it('without our own weights the second engine finds the size', async () => {
    const page = await open(missing(OUR_WEIGHTS));
    const asked: string[] = [];
    page.on('requestfinished', (request) => asked.push(new URL(request.url()).pathname));
    await measurePhotos(page, person);
    const { problem, sizes } = await outcomeOf(page);
    expect(problem).toBeUndefined();
    expect(sizes).toEqual(expect.arrayContaining([...trueSizes(person, PRODUCT)]));
    expect(asked).toContainEqual(expect.stringMatching(/\/sdk\/worker-tasks-vision-/));
    expect(asked).toContainEqual(expect.stringMatching(/\/sdk\/lite-.*\.task$/));
  });

  it('a camera scan whose files are missing never opens the camera', async () => {
    const page = await open(async (context) => {
      await watchPage(context);
      await missing(EVERY_WEIGHT)(context);
    });
    await beginScan(page, person);
    expect(await problemOf(page)).toEqual(named('Measuring could not be loaded. Check your connection and try again.'));
    expect(await page.evaluate(() => window.givenTracks.length)).toBe(0);
  });
});

describe('a device without memory', () => {
  /** Every worker of the page begins with the fault. */
  const failing = (fault: WorkerFault): Prepare => async (context) => {
    await context.addInitScript((source) => {
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (given) => create(given instanceof Blob && given.type === 'text/javascript' ? new Blob([source, given], { type: given.type }) : given);
    }, faultSource(fault, 'at-start'));
  };
  const TOO_LITTLE = named('This device has too little memory. Close other apps or choose another way.');

  it.each(['wasm-memory-refused', 'picture-memory-refused'] as const)('%s: photos are not measured, and it says why', async (fault) => {
    const page = await open(failing(fault));
    await measurePhotos(page, person);
    expect(await problemOf(page)).toEqual(TOO_LITTLE);
  });

  it('a scan that gets no memory for its frames switches the camera off and says why', async () => {
    const page = await open(async (context) => {
      await watchPage(context);
      await failing('picture-memory-refused')(context);
    });
    await beginScan(page, person);
    expect(await problemOf(page)).toEqual(TOO_LITTLE);
    expect(await camerasLeftOn(page)).toBe(0);
    expect(await page.evaluate(() => window.givenTracks.length)).toBe(1);
  });
});

it('a worker that dies in the middle: named within two seconds, camera off; a retry has a new one; dying again is named, too', async () => {
  const page = await open(watchPage);
  await beginScan(page, person);
  for (const offer of ['retry', 'manual']) {
    await cameraOn(page);
    // Holding still: the worker sees somebody.
    await expect.poll(() => page.locator('.progress').evaluate((bar) => (bar as HTMLProgressElement).value), { timeout: 20_000 }).toBeGreaterThan(0.1);
    await page.evaluate(() => { window.killNextWorker = true; });
    await screen(page, 'problem').waitFor({ timeout: 2000 });
    expect(await camerasLeftOn(page)).toBe(0);
    expect(await problemOf(page)).toEqual(named('Measuring stopped unexpectedly. Please try again.'));
    await page.locator(`[data-offer=${offer}]`).click();
  }
  await page.locator('.frame[data-screen=details] #age').waitFor();
});

describe('offline', () => {
  it('at the first press: said beside the button; the next press opens it', async () => {
    const page = await open();
    await page.context().setOffline(true);
    await page.locator('vua-size-finder button').click();
    await expect.poll(() => page.locator('vua-size-finder [role=alert]').allTextContents()).toEqual(['The size finder could not be opened. Check your connection and try again.']);
    await page.context().setOffline(false);
    await page.locator('vua-size-finder button').click();
    await screen(page, 'ways').waitFor();
  });

  it('before the scan has come: named, and it goes on when the network is back', async () => {
    const page = await open();
    await page.locator('vua-size-finder button').click();
    await screen(page, 'ways').waitFor();
    await page.context().setOffline(true);
    await page.locator('[data-way=photos]').click();
    await page.locator('#stature').fill(String(person.statureCm));
    await page.locator('form button[type=submit]').click();
    await page.locator('input[name=front]').setInputFiles(person.photos.front);
    await page.locator('input[name=side]').setInputFiles(person.photos.side);
    await screen(page, 'photos').locator('button.primary').click();
    expect(await problemOf(page)).toEqual(named('You are offline. Connect and try again.'));
    await page.context().setOffline(false);
    await page.locator('[data-offer=retry]').click();
    expect((await outcomeOf(page)).sizes.length).toBeGreaterThan(0);
  });
});
