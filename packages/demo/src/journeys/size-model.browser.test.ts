import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { personOf } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { beginBy, measurePhotos, outcomeOf, tellStature } from './testing/walk-dialog.ts';
import { writeLargerModel } from './testing/write-larger-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-size-model-'));
let shop: RunningShop;
let browser: Browser;

beforeAll(async () => {
  shop = await startShop();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

async function answerQuestions(page: Page): Promise<void> {
  await beginBy(page, 'answers');
  await page.locator('#mass').fill('56');
  await page.locator('input[name=sex]').first().check({ force: true });
  await tellStature(page, '163');
}

const sendPhotos = (page: Page): Promise<void> => measurePhotos(page, personOf('dev-003'));

/** What one way of measuring gives now, and which files of size models the page asked for. */
async function measureBy(walk: (page: Page) => Promise<void>): Promise<{ readonly hipCm: number; readonly models: readonly string[] }> {
  const { page, context, complaints } = await openProductPage(browser, { url: shop.url, product: 'midi-dress', language: 'en' });
  const models: string[] = [];
  context.on('request', (request) => void (/\/models\/size\/.*body\.bin/.test(request.url()) && models.push(new URL(request.url()).pathname)));
  await walk(page);
  const { zonesCm, problem } = await outcomeOf(page);
  expect([problem, complaints]).toEqual([undefined, []]);
  await context.close();
  return { hipCm: zonesCm['Hips'] ?? zonesCm['Hip'] ?? Number.NaN, models };
}

it('a size model that the shop makes live measures on devices at once, by pictures and by answers', async () => {
  const before = { answers: await measureBy(answerQuestions), photos: await measureBy(sendPhotos) };
  expect([before.answers.models, before.photos.models]).toEqual([[], []]);
  const version = writeLargerModel(folder, 0.1);
  await shop.command('model', 'add', folder, '--tenant', 'demo');
  await shop.command('model', 'activate', version, '--kind', 'size', '--tenant', 'demo');
  // What a browser keeps of the answer is five seconds old at most; each context has a cache of its own.
  const after = { answers: await measureBy(answerQuestions), photos: await measureBy(sendPhotos) };
  const file = `/v1/models/size/${version}/files/body.bin`;
  expect([new Set(after.answers.models), new Set(after.photos.models)]).toEqual([new Set([file]), new Set([file])]);
  expect(after.answers.hipCm / before.answers.hipCm).toBeCloseTo(1.1, 1);
  expect(after.photos.hipCm / before.photos.hipCm).toBeCloseTo(1.1, 1);
});
