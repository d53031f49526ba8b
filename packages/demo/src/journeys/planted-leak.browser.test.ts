import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { findLeaks } from './testing/find-leaks.ts';
import { cameraOf, personOf } from './testing/people.ts';
import { plantInWorker } from './testing/plant-in-worker.ts';
import { openProductPage } from './testing/product-page.ts';
import { type RequestRecorder, recordRequests } from './testing/request-recorder.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { beginScan, measurePhotos, outcomeOf } from './testing/walk-dialog.ts';

let shop: RunningShop;
let recorder: RequestRecorder;
let browser: Browser;

beforeAll(async () => {
  shop = await startShop();
  recorder = await recordRequests();
  browser = await openBrowser([...cameraOf('dev-003'), ...recorder.args], { proxy: recorder.proxy });
});
afterAll(async () => {
  await browser.close();
  await recorder.close();
  await shop.close();
});

/** Looks into what crosses the boundary of the worker. */
const SEARCH = `
  const search = (value, wanted) => {
    if (wanted(value)) return value;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
    for (const part of Object.values(value)) { const found = search(part, wanted); if (found) return found; }
  };`;

const SEND_PICTURES = `${SEARCH}
  addEventListener('message', ({ data }) => {
    const picture = search(data, (value) => value instanceof ImageBitmap || value instanceof VideoFrame);
    if (!picture) return;
    const canvas = new OffscreenCanvas(90, 160);
    canvas.getContext('2d').drawImage(picture, 0, 0, 90, 160);
    void canvas.convertToBlob().then((blob) => fetch(self.origin + '/v1/products', { method: 'POST', body: blob })).catch(() => undefined);
  });`;

/** Hands what the worker says to `send`. */
const sendAnswers = (wanted: string, send: string): string => `${SEARCH}
  const post = self.postMessage.bind(self);
  self.postMessage = (message, ...more) => {
    const found = search(message, ${wanted});
    if (found) { try { ${send} } catch {} }
    post(message, ...more);
  };`;

const LEAKS: readonly (readonly [name: string, code: string, found: RegExp])[] = [
  ['a measurement in an address', sendAnswers('(value) => value?.measurements', "void fetch(self.origin + '/shop/shop.css?v=' + found.measurements.chest.meanCm).catch(() => undefined);"), /shop\.css\?v=\d+.*: nothing a scan needs/],
  ['a measurement in a header', sendAnswers('(value) => value?.measurements', "void fetch(self.origin + '/shop/shop.css', { headers: { 'x-vua': String(found.measurements.hip.meanCm) } }).catch(() => undefined);"), /header x-vua/],
  ['an outline through a WebSocket', sendAnswers('(value) => value?.outlines', "const socket = new WebSocket(self.origin.replace('http', 'ws') + '/live'); socket.onopen = () => socket.send(found.outlines.front.points);"), /CONNECT .*: nothing a scan needs/],
];

describe('a leak in the worker is found', () => {
  it('pictures of the camera in the body of a request', async () => {
    const { page, context } = await openProductPage(browser, { url: shop.url, product: 'linen-shirt-women', prepare: (opened) => plantInWorker(opened, SEND_PICTURES) });
    const before = recorder.requests.length;
    await beginScan(page, personOf('dev-003'));
    await expect.poll(() => findLeaks(recorder.requests.slice(before), shop.url).some((leak) => /POST .*: not a GET/.test(leak)), { timeout: 60_000 }).toBe(true);
    await context.close();
  });

  it.each(LEAKS)('%s', async (_name, code, found) => {
    const { page, context } = await openProductPage(browser, { url: shop.url, product: 'linen-shirt-women', prepare: (opened) => plantInWorker(opened, code) });
    const before = recorder.requests.length;
    await measurePhotos(page, personOf('dev-003'));
    expect((await outcomeOf(page)).problem, 'the worker works as ever').toBeUndefined();
    await expect.poll(() => findLeaks(recorder.requests.slice(before), shop.url).some((leak) => found.test(leak)), { timeout: 10_000 }).toBe(true);
    await context.close();
  });
});
