import { createHash } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { sdkFiles, sdkText } from './sdk-files.ts';

interface BuiltAsset {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Makes every page of the context run a scan worker with `code` before its own, as if the build had put it there: its hash is right in the
 * files that name it, and theirs in the loader.
 */
export async function plantInWorker(context: BrowserContext, code: string): Promise<void> {
  const { file, sha256 } = (JSON.parse(sdkText('assets.json')) as Readonly<Record<'worker-wasm', BuiltAsset>>)['worker-wasm'];
  const planted = `${code}\n${sdkText(file)}`;
  const scripts = sdkFiles().filter((name) => name.endsWith('.js') && name !== file);
  const renamed = scripts.map((name) => [sdkText(name), sdkText(name).replaceAll(sha256, sha256Of(planted, 'hex'))] as const);
  const integrities = renamed.filter(([before, after]) => before !== after)
    .map((texts) => texts.map((text) => sha256Of(text, 'base64')) as [before: string, after: string]);
  const bodies = new Map([[file, planted], ...scripts.map((name, i) => [name, integrities.reduce((text, [before, after]) => text.replaceAll(before, after), renamed[i]?.[1] ?? '')] as const)]);
  await context.route(/\/sdk\/[^/]+\.js$/, async (route) => {
    const body = bodies.get(new URL(route.request().url()).pathname.slice('/sdk/'.length)) ?? '';
    await route.fulfill({ body, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } });
  });
}

const sha256Of = (text: string, encoding: 'hex' | 'base64'): string => createHash('sha256').update(text).digest(encoding);
