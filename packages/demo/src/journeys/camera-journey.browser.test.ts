import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { findLeaks } from './testing/find-leaks.ts';
import { type PersonId, cameraOf, holdsTrueSize, personOf } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RequestRecorder, recordRequests } from './testing/request-recorder.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { type Outcome, beginScan, outcomeOf } from './testing/walk-dialog.ts';

let shop: RunningShop;
let recorder: RequestRecorder;

beforeAll(async () => {
  shop = await startShop();
  recorder = await recordRequests();
});
afterAll(async () => {
  await recorder.close();
  await shop.close();
});

interface Journey {
  readonly outcome: Outcome;
  readonly complaints: readonly string[];
  readonly requests: RequestRecorder['requests'];
}

async function walk(browser: Browser, id: PersonId, product: string, language: 'vi' | 'en'): Promise<Journey> {
  const before = recorder.requests.length;
  const { page, context, complaints } = await openProductPage(browser, { url: shop.url, product, language });
  await beginScan(page, personOf(id));
  const outcome = await outcomeOf(page);
  await context.close();
  return { outcome, complaints, requests: recorder.requests.slice(before) };
}

function expectTrueSize({ outcome }: Journey, id: PersonId, product: string): void {
  expect(outcome.problem).toBeUndefined();
  expect(outcome.sizes.length).toBeGreaterThan(0);
  expect(holdsTrueSize(outcome.sizes, personOf(id), product), JSON.stringify(outcome)).toBe(true);
  expect(outcome.sizes).toContain(outcome.chosen);
}

function expectNothingSent({ requests }: Journey): void {
  expect(requests.map(({ url }) => url), 'the worker is heard').toEqual(expect.arrayContaining([expect.stringContaining('/sdk/lite-quantized')]));
  expect(findLeaks(requests, shop.url)).toEqual([]);
}

describe('the camera', () => {
  let browser: Browser;
  let english: Journey;
  beforeAll(async () => { browser = await openBrowser([...cameraOf('dev-003'), ...recorder.args], { proxy: recorder.proxy }); });
  afterAll(() => browser.close());

  it('leads to the size of the true measurements, in Vietnamese, and sends nothing', async () => {
    const journey = await walk(browser, 'dev-003', 'linen-shirt-women', 'vi');
    expectTrueSize(journey, 'dev-003', 'linen-shirt-women');
    expect(journey.complaints).toEqual([]);
    expectNothingSent(journey);
  });

  it('leads to the size of the true measurements, in English, and sends nothing', async () => {
    english = await walk(browser, 'dev-003', 'straight-trousers-women', 'en');
    expectTrueSize(english, 'dev-003', 'straight-trousers-women');
    expect(english.complaints).toEqual([]);
    expectNothingSent(english);
  });

  it('measures another person otherwise', async () => {
    const other = await openBrowser([...cameraOf('dev-005'), ...recorder.args], { proxy: recorder.proxy });
    const journey = await walk(other, 'dev-005', 'straight-trousers-women', 'en');
    await other.close();
    expectTrueSize(journey, 'dev-005', 'straight-trousers-women');
    expectNothingSent(journey);
    // On one chart: the true inside leg is 14 cm longer.
    const [mine = 0, theirs = 0] = [english, journey].map(({ outcome }) => outcome.zonesCm['Inside leg']);
    expect(theirs - mine).toBeGreaterThan(8);
    expect(theirs - mine).toBeLessThan(20);
  });
});
