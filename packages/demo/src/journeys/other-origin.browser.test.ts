import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { personOf, trueSizes } from './testing/people.ts';
import { type RunningShop, startShop } from './testing/start-shop.ts';
import { beginBy, measurePhotos, outcomeOf, tellStature } from './testing/walk-dialog.ts';

const PRODUCT = 'linen-shirt-women';
const person = personOf('dev-003');
let vua: RunningShop;
let merchant: Server;
let url: string;
let browser: Browser;

beforeAll(async () => {
  vua = await startShop();
  merchant = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(vua.url) });
    response.end(pageOf(vua.url));
  });
  await new Promise<void>((resolve) => { merchant.listen(0, '127.0.0.1', resolve); });
  url = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  merchant.closeAllConnections();
  await new Promise((resolve) => { merchant.close(resolve); });
  await vua.close();
});

/** As strict as a shop can be that embeds us. */
const policyOf = (vuaUrl: string): string => [
  "default-src 'none'", `script-src ${vuaUrl} 'wasm-unsafe-eval'`, `connect-src ${vuaUrl}`, 'worker-src blob:', 'img-src data:', "base-uri 'none'", "form-action 'none'",
  "require-trusted-types-for 'script'", 'trusted-types vua vua#worker lit-html',
].join('; ');

const pageOf = (vuaUrl: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Another shop</title><link rel="icon" href="data:,">
  <script async src="${vuaUrl}/sdk/vua.js" data-site-key="site_demoshop" data-calibration="synthetic"></script>
  <vua-size-finder product="${PRODUCT}"></vua-size-finder></html>`;

interface Visit {
  readonly page: Page;
  readonly problems: readonly string[];
  readonly origins: ReadonlySet<string>;
}

async function visit(): Promise<Visit> {
  const page = await browser.newPage();
  const problems: string[] = [];
  const origins = new Set<string>();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  page.on('request', (request) => void (request.url().startsWith('http') && origins.add(new URL(request.url()).origin)));
  await page.goto(url);
  await page.getByRole('button', { name: 'Find my size' }).waitFor();
  return { page, problems, origins };
}

describe('on a strict page of another origin', () => {
  it('two photos lead to the size of the true measurements', async () => {
    const { page, problems, origins } = await visit();
    await measurePhotos(page, person);
    const { problem, sizes } = await outcomeOf(page);
    expect(problem).toBeUndefined();
    expect(sizes).toEqual(expect.arrayContaining([...trueSizes(person, PRODUCT)]));
    expect(problems).toEqual([]);
    expect([...origins].sort()).toEqual([new URL(url).origin, vua.url].sort());
    await page.close();
  });

  it('answers lead to a size', async () => {
    const { page, problems } = await visit();
    await beginBy(page, 'answers');
    await page.locator('#mass').fill('60');
    await tellStature(page, '165');
    expect((await outcomeOf(page)).sizes.length).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await page.close();
  });
});
