import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { bundlePage } from '../testing/bundle-page.ts';
import { callPage } from '../testing/call-page.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { serveFolders } from '../testing/serve-folders.ts';
import type { ScanLab } from './page.ts';

/** A page in Chromium that measures pictures of a folder through the built worker. */
export interface OpenScanLab {
  readonly page: Page;
  call<K extends keyof ScanLab>(name: K, ...parameters: Parameters<ScanLab[K]>): Promise<Awaited<ReturnType<ScanLab[K]>>>;
  close(): Promise<void>;
}

/** @param pictures folder served under `/pictures/`. */
export async function openScanLab(pictures: string): Promise<OpenScanLab> {
  const server = await serveFolders({
    folders: { sdk: join(REPOSITORY_ROOT, 'packages/sdk/dist'), pictures },
    files: { '/page.js': await bundlePage(join(import.meta.dirname, 'page.ts')) },
  });
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction('globalThis.scanLab');
  return {
    page,
    call: (name, ...parameters) => callPage(page, 'scanLab', name, parameters) as never,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
