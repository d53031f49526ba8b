import { createHash } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { sdkText } from './sdk-files.ts';

interface BuiltAsset {
  readonly file: string;
  readonly sha256: string;
}

/** Makes every page of the context run a scan worker with `code` before its own, as if the build had put it there: also its hash is right. */
export async function plantInWorker(context: BrowserContext, code: string): Promise<void> {
  const { file, sha256 } = (JSON.parse(sdkText('assets.json')) as Readonly<Record<'worker-wasm', BuiltAsset>>)['worker-wasm'];
  const planted = `${code}\n${sdkText(file)}`;
  const plantedHash = createHash('sha256').update(planted).digest('hex');
  await context.route(/\/sdk\/[^/]+\.js$/, async (route) => {
    const name = new URL(route.request().url()).pathname.slice('/sdk/'.length);
    const body = name === file ? planted : sdkText(name).replaceAll(sha256, plantedHash);
    await route.fulfill({ body, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } });
  });
}
