import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { findLeaks } from './testing/find-leaks.ts';
import { type PersonId, cameraOf, personOf, trueSizes } from './testing/people.ts';
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
  expect(outcome.sizes, JSON.stringify(outcome.zonesCm)).toEqual(expect.arrayContaining([...trueSizes(personOf(id), product)]));
  expect(outcome.sizes).toContain(outcome.chosen);
}

function expectNothingSent({ requests }: Journey): void {
  expect(requests.map(({ url }) => url), 'the worker is heard').toEqual(expect.arrayContaining([expect.stringContaining('/sdk/lite-quantized')]));
  expect(findLeaks(requests, shop.url)).toEqual([]);
}

describe('the camera', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser([...cameraOf('dev-003'), ...recorder.args], { proxy: recorder.proxy }); });
  afterAll(() => browser.close());

  it('leads to the size of the true measurements, in Vietnamese, and sends nothing', async () => {
    const journey = await walk(browser, 'dev-003', 'linen-shirt-women', 'vi');
    expectTrueSize(journey, 'dev-003', 'linen-shirt-women');
    expect(journey.complaints).toEqual([]);
    expectNothingSent(journey);
  });

  it('leads to the size of the true measurements, in English, and sends nothing', async () => {
    const journey = await walk(browser, 'dev-003', 'cotton-tee', 'en');
    expectTrueSize(journey, 'dev-003', 'cotton-tee');
    expect(journey.complaints).toEqual([]);
    expectNothingSent(journey);
  });

  it('measures another person otherwise', async () => {
    const other = await openBrowser([...cameraOf('dev-005'), ...recorder.args], { proxy: recorder.proxy });
    const theirs = await walk(other, 'dev-005', 'straight-trousers-women', 'en');
    await other.close();
    expectTrueSize(theirs, 'dev-005', 'straight-trousers-women');
    expectNothingSent(theirs);
    // On one chart, the only one with an inside leg; the first person's size on it is not asked, for their waist says XL and their hip L.
    const mine = await walk(browser, 'dev-003', 'straight-trousers-women', 'en');
    const legsCm = [mine, theirs].map(({ outcome }) => outcome.zonesCm['Inside leg'] ?? NaN);
    for (const [i, id] of (['dev-003', 'dev-005'] as const).entries()) expect(Math.abs((legsCm[i] ?? NaN) - personOf(id).trueCm.inseam)).toBeLessThan(4);
    expect((legsCm[1] ?? NaN) - (legsCm[0] ?? NaN)).toBeGreaterThan(8);
  });
});
