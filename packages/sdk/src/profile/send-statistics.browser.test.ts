import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { callPage } from '../../../../tools/testing/call-page.ts';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { type ServedPage, servePage } from '../testing/serve-page.ts';
import type { StorageDump } from './testing/dump-storage.ts';
import { sampleBody } from './testing/sample-record.ts';
import type { lab } from './testing/statistics-page.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let browser: Browser;
let served: ServedPage;
let api: Server;
let apiUrl: string;
let context: BrowserContext;
let received: Received[];

beforeAll(async () => {
  served = await servePage("import { lab } from './testing/statistics-page.ts'; Object.assign(globalThis, { lab });", import.meta.url);
  api = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); }).on('end', () => {
      if (request.method !== 'OPTIONS') received.push({ method: request.method, url: request.url, headers: request.headers, body });
      response.writeHead(204, { 'access-control-allow-origin': request.headers.origin ?? '', 'access-control-allow-headers': 'content-type' }).end();
    });
  });
  await new Promise<void>((resolve) => { api.listen(0, '127.0.0.1', resolve); });
  apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}/`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  api.close();
  api.closeAllConnections();
});
beforeEach(async () => {
  context = await browser.newContext();
  received = [];
});
afterEach(() => context.close());

async function openPage(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${served.url}?from=canary-page`);
  await page.waitForFunction(() => 'lab' in globalThis);
  return page;
}

const call = (page: Page, method: keyof typeof lab, ...parameters: readonly unknown[]): Promise<unknown> => callPage(page, 'lab', method, parameters);

it('tells the server the origin that it asks for, and neither cookie nor page', async () => {
  const page = await openPage();
  await page.evaluate(() => { document.cookie = 'session=canary-cookie; SameSite=Lax'; });
  await call(page, 'offer', apiUrl, sampleBody());
  expect(await call(page, 'sendDue', apiUrl, 2)).toBe('counted');
  expect(received).toHaveLength(1);
  const [request] = received as [Received];
  expect(request.headers).toMatchObject({ origin: new URL(served.url).origin, 'content-type': 'application/json' });
  expect(request.headers).not.toHaveProperty('cookie');
  expect(JSON.stringify(request)).not.toContain('canary');
  expect(JSON.parse(request.body)).toEqual({ kind: 'rounded', audience: 'women', valuesCm: { chest: 31, waist: 35, hip: 42, inseam: 68, stature: 166 } });
});

it('tells it also where page and server are one origin', async () => {
  const page = await openPage();
  const asked = page.waitForRequest((request) => request.method() === 'POST');
  await call(page, 'offer', served.url, sampleBody());
  expect(await call(page, 'sendDue', served.url, 2)).toBe('counted');
  const headers = await (await asked).allHeaders();
  expect(headers['origin']).toBe(new URL(served.url).origin);
  expect(headers).not.toHaveProperty('referer');
});

it('of several tabs one sends', async () => {
  const pages = [await openPage(), await openPage(), await openPage()];
  await call(pages[0] as Page, 'offer', apiUrl, sampleBody());
  const outcomes = await Promise.all(pages.map((page) => call(page, 'sendDue', apiUrl, 2)));
  expect(outcomes.map(String).toSorted()).toEqual(['counted', 'none', 'none']);
  expect(received).toHaveLength(1);
});

it('what waits shows no measurement', async () => {
  const page = await openPage();
  await call(page, 'offer', apiUrl, sampleBody());
  const dump = await call(page, 'dump') as StorageDump;
  expect(JSON.stringify(dump)).toContain('vua-statistics/site_shopaaaa');
  expect(dump.numbers.filter(([, number]) => number < 1000)).toEqual([]);
  const readable = [...dump.texts.map(([, text]) => text), ...dump.bytes.map(([, bytes]) => Buffer.from(bytes).toString('latin1'))].join(' ');
  for (const word of ['valuesCm', 'chest', 'stature', 'women']) expect(readable).not.toContain(word);
  expect(dump.keys.map(([, isExtractable]) => isExtractable)).toEqual([false]);
});
