import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callPage } from '../../../tools/testing/call-page.ts';
import { openBrowser } from '../../../tools/testing/open-browser.ts';
import { type ServedFolders, serveFolders } from '../../../tools/testing/serve-folders.ts';
import { distance } from './actions/testing/describe-sequence-ranker.ts';
import { bundle } from './elements/testing/bundle.ts';
import { type TrainedModel, trainModel } from './testing/train-model.ts';

const ITEMS = 12;
/** As `npm run build` wrote it. */
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const assets = JSON.parse(readFileSync(join(dist, 'assets.json'), 'utf8')) as Readonly<Record<'worker-sequence' | 'ort-wasm', { readonly file: string }>>;
const RUNTIME = [assets['worker-sequence'].file, assets['ort-wasm'].file];

let trained: TrainedModel;
let server: ServedFolders;
let browser: Browser;
let page: Page;
let asked: string[];
let workers: number;

beforeAll(async () => {
  trained = await trainModel(Array.from({ length: ITEMS }, (_, item) => `item-${item}`));
  const code = await bundle(fileURLToPath(new URL('testing/runtime-page.ts', import.meta.url)), 'esm', { __VUA_ASSETS__: JSON.stringify(assets) });
  // In the second folder, each file of the runtime has a byte that the build did not write.
  const forged = Object.fromEntries(RUNTIME.map((file) => [`/forged/${file}`, Buffer.concat([readFileSync(join(dist, file)), Buffer.from('\n')])]));
  server = await serveFolders({ folders: { sdk: dist }, files: { ...trained.files, ...forged, ...Object.fromEntries(code.map(({ name, text }) => [name === 'runtime-page.js' ? '/page.js' : `/${name}`, text])) } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  [asked, workers] = [[], 0];
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url().replace(server.url, '')));
  page.on('worker', () => { workers += 1; });
  // A browser that has WebGPU loads the runtime; whether this one has depends on the machine.
  await page.addInitScript(() => { Object.defineProperty(navigator, 'gpu', { value: {} }); });
  await page.goto(server.url);
  await page.waitForFunction(() => 'lab' in globalThis);
});
afterEach(() => page.close());

const PATIENT = { timeout: 60_000 };
/** What the shopper viewed. */
const SEEN = ['item-3', 'item-4', 'item-5'];

describe('the runtime of the sequence model', () => {
  it('comes from the SDK\'s folder by hash, and says what the engine without it says', async () => {
    const answer = await callPage(page, 'lab', 'compare', ['/sdk/', Array.from({ length: ITEMS }, (_, item) => item)]) as number[][];
    expect(answer[0]).toHaveLength(ITEMS);
    expect(distance(answer[1], answer[0])).toBeLessThan(1e-4);
    expect(asked.filter((path) => path.startsWith('sdk/')).toSorted()).toEqual(RUNTIME.map((file) => `sdk/${file}`).toSorted());
    expect(workers).toBe(1);
  });

  it('is refused where a file is not the one that was built', async () => {
    expect(await callPage(page, 'lab', 'compare', ['/forged/', [0]])).toMatch(/SHA-256/);
    expect(workers).toBe(0);
  });

  it('is started behind a list that did not wait for it', async () => {
    expect(await callPage(page, 'lab', 'rank', ['/sdk/', SEEN])).toMatchObject({ status: 'ranked', by: 'device', modelVersion: trained.content.manifest.version });
    await expect.poll(() => workers, PATIENT).toBe(1);
  });

  it('is not missed where it is damaged: the list is the same, and no worker starts', async () => {
    const wanted = await callPage(page, 'lab', 'rank', ['/sdk/', SEEN]);
    await expect.poll(() => workers, PATIENT).toBe(1);
    const answer = await callPage(page, 'lab', 'rank', ['/forged/', SEEN]);
    await expect.poll(() => asked.filter((path) => path.startsWith('forged/')).length, PATIENT).toBe(2);
    expect(answer).toEqual(wanted);
    expect(await callPage(page, 'lab', 'rank', ['/forged/', SEEN])).toEqual(wanted);
    expect(workers).toBe(1);
  });
});
