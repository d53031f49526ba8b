import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { openBrowser } from '../testing/open-browser.ts';

const DIST = join(REPOSITORY_ROOT, 'packages/sdk/dist');
const chart = {
  id: 'dress', garmentType: 'dress', fit: 'regular',
  rows: ['S', 'M'].map((label, index) => ({ label, body: { chest: { minCm: 76 + 12 * index, maxCm: 88 + 12 * index } } })),
};

interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Record<string, string>;
  readonly body: string | Uint8Array;
}

async function serve(answer: (path: string) => Answer): Promise<Site> {
  const server = createServer((request, response) => {
    const { status = 200, type = 'text/javascript', headers = {}, body } = answer(new URL(request.url ?? '/', 'http://local').pathname);
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** What the SDK's server does with the one file of that name, otherwise honest. */
let spoil: { readonly file: RegExp; readonly answer: (honest: Uint8Array) => Answer } | undefined;
let sdk: Site;
let shop: Site;
let browser: Browser;

beforeAll(async () => {
  sdk = await serve((path) => {
    const headers = { 'access-control-allow-origin': '*' };
    if (path.startsWith('/v1/')) return { type: 'application/json', headers, body: JSON.stringify(chart) };
    const body = readFileSync(join(DIST, path.replace('/sdk/', '')));
    return { headers, body, ...(spoil?.file.test(path) ? spoil.answer(body) : {}) };
  });
  // Another origin than the SDK's, and as strict as a shop can be.
  const policy = [
    "default-src 'none'", "script-src 'nonce-shop'", `connect-src ${sdk.origin}`, 'worker-src blob:', "style-src 'none'", "base-uri 'none'",
    "require-trusted-types-for 'script'", 'trusted-types vua vua#worker lit-html',
  ].join('; ');
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
    <script nonce="shop" async src="${sdk.origin}/sdk/vua.js"></script></head><body><vua-size-finder product="midi-dress"></vua-size-finder></body></html>`;
  shop = await serve(() => ({ type: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy }, body: page }));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.all([sdk.close(), shop.close()]);
});

async function openShop(spoiled?: typeof spoil): Promise<{ page: Page; requests: string[]; problems: string[] }> {
  spoil = spoiled;
  const page = await (await browser.newContext()).newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(shop.origin);
  return { page, requests, problems };
}

const press = (page: Page): Promise<void> => page.getByRole('button', { name: 'Find my size' }).click();

describe('the files that load after the press', () => {
  it('come once each, in a strict page of another origin', async () => {
    const { page, requests, problems } = await openShop();
    await press(page);
    await page.locator('[data-way=answers]').waitFor();
    const scripts = requests.filter((url) => url.endsWith('.js'));
    expect(scripts).toEqual([...new Set(scripts)]);
    expect(scripts.some((url) => url.includes('size-dialog'))).toBe(true);
    expect(problems.filter((problem) => !problem.includes('data:,'))).toEqual([]);
    await page.context().close();
  });

  // The entry, what it imports later, and what that imports at once.
  it.each([['elements'], ['size-dialog'], ['texts'], ['fetch-size-chart'], ['read-size-chart']])('%s: run as the build wrote them, or not at all', async (name) => {
    expect(readdirSync(DIST).some((file) => file.startsWith(`${name}-`))).toBe(true);
    const { page, problems } = await openShop({ file: new RegExp(`/${name}-[^/]*\\.js$`), answer: (honest) => ({ headers: { 'access-control-allow-origin': '*' }, body: Buffer.concat([honest, Buffer.from('\n;globalThis.forged = true;')]) }) });
    if (name !== 'elements') await press(page);
    await expect.poll(() => problems.some((problem) => problem.includes('integrity'))).toBe(true);
    if (name !== 'elements') await page.locator('[role=alert], [data-screen=no-chart]').first().waitFor();
    expect(await page.evaluate(() => 'forged' in globalThis)).toBe(false);
    await page.context().close();
  });

  it.each([
    ['the server fails', { status: 503, headers: { 'access-control-allow-origin': '*' }, body: '' }],
    ['a page of a proxy comes instead', { type: 'text/html', headers: { 'access-control-allow-origin': '*' }, body: '<!doctype html>' }],
  ])('are asked for again at the next press when %s', async (_what, answer) => {
    const { page } = await openShop({ file: /\/texts-[^/]*\.js$/, answer: () => answer });
    await press(page);
    await page.getByRole('alert').waitFor();
    spoil = undefined;
    await press(page);
    await page.locator('[data-way=answers]').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });
});
