import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SizeChart } from '@vua/models/contracts';
import { openBrowser } from '../../../tools/testing/open-browser.ts';
import { bundle } from './elements/testing/bundle.ts';

const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const bodyModel = readFileSync(new URL('../../models/artifacts/body/body.bin', import.meta.url));
const chart: SizeChart = {
  id: 'dress', garmentType: 'dress', fit: 'regular',
  rows: ['S', 'M', 'L'].map((label, index) => ({
    label, body: { chest: { minCm: 76 + 12 * index, maxCm: 88 + 12 * index }, hip: { minCm: 82 + 12 * index, maxCm: 94 + 12 * index } },
  })),
};

let browser: Browser;
let server: Server;
let origin: string;
let loaderBytes: Buffer;
let elementBytes: readonly Buffer[];
const files = new Map<string, Buffer>();

beforeAll(async () => {
  const assets = { 'body-model': { file: 'body.bin', sha256: createHash('sha256').update(bodyModel).digest('hex') } };
  const modules = await bundle(source('define-elements.ts'), 'esm', { __VUA_ASSETS__: JSON.stringify(assets) });
  for (const { name, text } of modules) files.set(`/vua/${name}`, Buffer.from(text));
  files.set('/vua/body.bin', bodyModel);
  const entry = files.get('/vua/define-elements.js') ?? Buffer.of();
  elementBytes = staticClosure('define-elements.js');
  loaderBytes = await loaderFor(`sha384-${createHash('sha384').update(entry).digest('base64')}`);
  files.set('/vua/vua.js', loaderBytes);
  files.set('/vua/forged.js', await loaderFor(`sha384-${createHash('sha384').update('another').digest('base64')}`));
  files.set('/v1/products/midi-dress/size-chart', Buffer.from(JSON.stringify(chart)));
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    const bytes = files.get(pathname);
    response.setHeader('content-type', pathname.endsWith('.js') ? 'text/javascript' : bytes ? 'application/octet-stream' : 'text/html; charset=utf-8');
    if (bytes) return response.end(bytes);
    response.setHeader('content-security-policy', "default-src 'none'; script-src 'nonce-shop'; connect-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types vua lit-html");
    response.end(pageHtml(searchParams.get('tag') ?? 'vua', searchParams.get('more') ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => { server.close(resolve); });
});

async function loaderFor(integrity: string): Promise<Buffer> {
  const [loader] = await bundle(source('script.ts'), 'iife', { __VUA_BUNDLES__: JSON.stringify({
    elements: { entry: 'define-elements.js', parts: { 'define-elements.js': [integrity] } }, tracker: { entry: 'start-tracker.js', parts: {} },
  }) });
  return Buffer.from(loader?.text ?? '');
}

/** The module and everything that it imports before anything is pressed. */
function staticClosure(name: string, seen = new Set<string>()): Buffer[] {
  const bytes = files.get(`/vua/${name}`);
  if (!bytes || seen.has(name)) return [];
  seen.add(name);
  const imports = [...bytes.toString().matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map((match) => match[1] ?? '');
  return [bytes, ...imports.flatMap((file) => staticClosure(file, seen))];
}

const pageHtml = (tag: string, more: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
  <script nonce="shop" async src="/vua/${tag}.js" data-site-key="pk_shop" ${more}></script><script nonce="shop" async src="/vua/${tag}.js" data-site-key="pk_shop" ${more}></script></head>
  <body><vua-size-finder product="midi-dress"></vua-size-finder></body></html>`;

async function openShop(tag: string, more = ''): Promise<{ page: Page; requests: string[]; problems: string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`${origin}/?${String(new URLSearchParams({ tag, more }))}`);
  return { page, requests, problems };
}

describe('the script tag', () => {
  it('brings a shopper from a strict page to a size, by the real model', async () => {
    const { page, requests, problems } = await openShop('vua');
    const button = page.getByRole('button', { name: 'Find my size' });
    await button.waitFor();
    const before = requests.filter((url) => url.includes('/vua/')).length;
    await button.click();
    await page.locator('[data-way=answers]').click();
    await page.locator('#stature').fill('165');
    await page.locator('#mass').fill('58');
    await page.locator('#age').fill('30');
    await page.getByRole('radio', { name: 'Women’s' }).check();
    await page.locator('button[type=submit]').click();
    await page.locator('.size-label').first().waitFor();
    expect(await page.locator('.size-label').allTextContents()).toContain('M');
    expect(await page.locator('.odds li').count()).toBeGreaterThanOrEqual(3);
    expect(problems).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
    expect(before, 'files before the press').toBe(1 + elementBytes.length);
    await page.close();
  });

  it.each(['data-calibration="fields"', 'data-api-url="ftp://shop.example"'])('tells the merchant which attribute is wrong, and the shopper nothing of it: %s', async (wrong) => {
    const { page, problems } = await openShop('vua', wrong);
    await page.getByRole('button', { name: 'Find my size' }).click();
    await expect.poll(() => page.locator('vua-size-finder [role=alert]').allTextContents(), { timeout: 10_000 }).toEqual(['The size finder is not available here just now.']);
    expect(problems).toEqual([expect.stringContaining(wrong.slice(0, wrong.indexOf('=')))]);
    await page.close();
  });

  it('loads nothing that is not what the build wrote', async () => {
    const { page, problems } = await openShop('forged');
    await expect.poll(() => problems.some((problem) => problem.includes('integrity'))).toBe(true);
    expect(await page.evaluate(() => customElements.get('vua-size-finder') === undefined)).toBe(true);
    await page.close();
  });
});

describe('the size of what comes before the press', () => {
  const gzipped = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length;

  it('loader: at most 3 KB gzip', () => {
    expect(gzipped(loaderBytes)).toBeLessThanOrEqual(3 * 1024);
  });

  it('element without the scan: at most 15 KB gzip, lit included', () => {
    expect(elementBytes.reduce((sum, bytes) => sum + gzipped(bytes), 0)).toBeLessThanOrEqual(15 * 1024);
  });
});
