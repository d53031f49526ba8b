import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { drawPhoto } from './testing/edit-photo.ts';
import { personOf } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { beginBy, choosePhotos, named, problemOf, outcomeOf, screen, tellStature } from './testing/walk-dialog.ts';

const person = personOf('dev-003');
const other = personOf('dev-005');
let shop: RunningShop;
let browser: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  shop = await startShop();
  browser = await openBrowser();
});
afterEach(async () => { for (const page of opened.splice(0)) await page.context().close(); });
afterAll(async () => {
  await browser.close();
  await shop.close();
});

async function open(): Promise<Page> {
  const { page } = await openProductPage(browser, { url: shop.url, product: 'linen-shirt-women' });
  opened.push(page);
  return page;
}

const OUT_OF_RANGE = 'Height must be between 120 and 220 cm (3 ft 11 in and 7 ft 2 in).';
const NO_NUMBER = 'Height must be a number, such as 160.';

describe.each(['camera', 'photos', 'answers'] as const)('a height that cannot be, on the way of %s', (way) => {
  it('is named beside its field and goes no further', async () => {
    const page = await open();
    await beginBy(page, way);
    if (way === 'answers') await page.locator('#mass').fill('60');
    for (const [stature, sentence] of [
      ['300', OUT_OF_RANGE], ['119', OUT_OF_RANGE], ['tall', NO_NUMBER], ['NaN', NO_NUMBER], ['-160', NO_NUMBER], ['1e2', NO_NUMBER], ['', 'Please enter your height.'],
    ] as const) {
      await tellStature(page, stature);
      await expect.poll(() => page.locator('#stature-problem').allTextContents()).toEqual([sentence]);
      expect(await screen(page, 'details').isVisible()).toBe(true);
      expect(await page.locator('#stature').getAttribute('aria-invalid')).toBe('true');
    }
    await tellStature(page, '161');
    await screen(page, 'prepare', 'photos', 'working', 'result').waitFor();
  });
});

const file = (buffer: Buffer, name = 'photo.jpg') => ({ name, mimeType: 'image/jpeg', buffer });
const WHOLE = { left: 0, top: 0, width: 1, height: 1 };
const SMALL = 'This photo is too small to measure. Choose the original, at least 640 pixels high.';

/** What is wrong with a front photo, beside a side photo that is right. */
const wrongFront: readonly (readonly [what: string, front: () => Promise<Buffer> | Buffer, sentence: string])[] = [
  ['no photo', () => Buffer.from('not a photo at all'), 'This file cannot be read. Please choose a JPEG or PNG photo.'],
  ['half a photo', () => readFileSync(person.photos.front).subarray(0, 200), 'This file cannot be read. Please choose a JPEG or PNG photo.'],
  ['HEIC', () => Buffer.concat([Buffer.of(0, 0, 0, 24), Buffer.from('ftypheic'), Buffer.alloc(200)]), 'HEIC photos cannot be opened here. Save the photo as JPEG, or take a screenshot of it, and choose that.'],
  ['a photo of few pixels', () => drawPhoto(browser, { widthPx: 270, heightPx: 480, photos: [{ file: person.photos.front, ...WHOLE }] }), SMALL],
  ['a wall', () => drawPhoto(browser, { widthPx: 720, heightPx: 1280, photos: [] }), 'Nobody is seen in the picture.'],
  ['somebody small', () => drawPhoto(browser, { widthPx: 360, heightPx: 660, photos: [{ file: person.photos.front, left: 0.25, top: 0.25, width: 0.5, height: 0.5 }] }), 'You are too small in the picture. Come closer or use a larger photo.'],
  ['feet that are cut', () => drawPhoto(browser, { widthPx: 720, heightPx: 1000, photos: [{ file: person.photos.front, left: 0, top: 0, width: 1, height: 1.45 }] }), 'Your feet are cut off. Please take a picture of your whole body.'],
  ['a head that is cut', () => drawPhoto(browser, { widthPx: 720, heightPx: 1100, photos: [{ file: person.photos.front, left: 0, top: -0.25, width: 1, height: 1.2 }] }), 'Your head is cut off. Please take a picture of your whole body.'],
  ['two people', () => drawPhoto(browser, {
    widthPx: 1400, heightPx: 1280, photos: [{ file: person.photos.front, left: 0, top: 0, width: 0.5, height: 1 }, { file: other.photos.front, left: 0.5, top: 0, width: 0.5, height: 1 }],
  }), 'Several people are in the picture. Please be the only one.'],
  ['the side', () => readFileSync(person.photos.side), 'For the front picture, please face the camera.'],
];

describe('a front photo of', () => {
  it.each(wrongFront)('%s is refused by name', async (_what, front, sentence) => {
    const page = await open();
    await beginBy(page, 'photos');
    await tellStature(page, String(person.statureCm));
    await choosePhotos(page, { front: file(await front()), side: person.photos.side });
    expect(await problemOf(page)).toEqual(named(sentence));
  });

  it('a wrong view can be changed for another photo', async () => {
    const page = await open();
    await beginBy(page, 'photos');
    await tellStature(page, String(person.statureCm));
    await choosePhotos(page, { front: person.photos.side, side: person.photos.side });
    await screen(page, 'problem').locator('[data-offer=photos]').click();
    await choosePhotos(page, person.photos);
    expect((await outcomeOf(page)).sizes.length).toBeGreaterThan(0);
  });
});

it('a front photo in the place of the side is refused by name', async () => {
  const page = await open();
  await beginBy(page, 'photos');
  await tellStature(page, String(person.statureCm));
  await choosePhotos(page, { front: person.photos.front, side: person.photos.front });
  expect(await problemOf(page)).toEqual(named('For the side picture, please stand fully side-on.'));
});
