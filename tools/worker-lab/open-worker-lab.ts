import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { bundlePage } from '../testing/bundle-page.ts';
import { callPage } from '../testing/call-page.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { serveFolders } from '../testing/serve-folders.ts';
import type { WorkerLab } from './page.ts';

/** A page in Chromium with the client of the scan worker and the workers as they are built. */
export interface OpenWorkerLab {
  readonly context: BrowserContext;
  /** Folder of the SDK's files on the page's own origin, and on another one. */
  readonly assetsUrl: string;
  readonly otherOriginUrl: string;
  /** Addresses asked for since the last call, by page and workers. */
  takeRequests(): string[];
  /** A fresh page: no worker, the same caches. */
  reload(): Promise<void>;
  call<K extends keyof WorkerLab>(name: K, ...parameters: Parameters<WorkerLab[K]>): Promise<Awaited<ReturnType<WorkerLab[K]>>>;
  close(): Promise<void>;
}

const DIST = join(REPOSITORY_ROOT, 'packages/sdk/dist');

/** @param pictures folder served under `/pictures/`. @param browserArgs as `openBrowser` takes them. */
export async function openWorkerLab(pictures: string, browserArgs: readonly string[] = []): Promise<OpenWorkerLab> {
  const files = { '/page.js': await bundlePage(join(import.meta.dirname, 'page.ts')), '/manifest.json': await readFile(join(DIST, 'assets.json')) };
  const shop = await serveFolders({ folders: { sdk: DIST, pictures }, files });
  const cdn = await serveFolders({ folders: { sdk: DIST }, crossOrigin: true });
  const browser = await openBrowser(browserArgs);
  const context = await browser.newContext();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  const reload = async (): Promise<void> => {
    await page.goto(shop.url);
    await page.waitForFunction('globalThis.workerLab');
  };
  await reload();
  return {
    context, reload, assetsUrl: `${shop.url}sdk/`, otherOriginUrl: `${cdn.url}sdk/`,
    takeRequests: () => requests.splice(0),
    call: (name, ...parameters) => callPage(page, 'workerLab', name, parameters) as never,
    async close() {
      await browser.close();
      await Promise.all([shop.close(), cdn.close()]);
    },
  };
}
