import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { EngineAsset } from '../../packages/sdk/src/inference/pose-engine.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { openBrowser } from '../testing/open-browser.ts';
import type { PoseLab } from './page.ts';

/** A page in a real browser that runs pose engines on pictures of a folder. */
export interface OpenLab {
  readonly page: Page;
  call<K extends keyof PoseLab>(name: K, ...parameters: Parameters<PoseLab[K]>): Promise<Awaited<ReturnType<PoseLab[K]>>>;
  close(): Promise<void>;
}

const require = createRequire(join(REPOSITORY_ROOT, 'packages/sdk/package.json'));
const visionWasm = join(dirname(require.resolve('@mediapipe/tasks-vision')), 'wasm');
const pose = (name: string): string => join(REPOSITORY_ROOT, 'packages/models/artifacts/pose', name);

const ASSETS: Readonly<Record<EngineAsset, string>> = {
  'tfjs-wasm': join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'wasm-out/tfjs-backend-wasm-simd.wasm'),
  'detector-q10': pose('detector-q10.bin'), 'lite-q10': pose('lite-q10.bin'), 'full-q10': pose('full-q10.bin'),
  'detector-f16': pose('detector-f16.bin'), 'lite-f16': pose('lite-f16.bin'), 'full-f16': pose('full-f16.bin'),
  'lite-task': pose('lite.task'), 'full-task': pose('full.task'),
  'tasks-vision-wasm': join(visionWasm, 'vision_wasm_module_internal.wasm'),
};

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.jpg': 'image/jpeg', '.png': 'image/png', '.wasm': 'application/wasm' };

/** @param pictures folder served under `/pictures/`. */
export async function openPoseLab(pictures: string): Promise<OpenLab> {
  const script = await bundlePage();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://lab').pathname;
    serve(path, pictures, script).then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.poseLab');
  return {
    page,
    call: (name, ...parameters) =>
      page.evaluate(([method, args]) => {
        const { poseLab } = globalThis as unknown as { poseLab: Record<string, (...given: unknown[]) => unknown> };
        return poseLab[method]?.(...args);
      }, [name, parameters] as [string, unknown[]]) as never,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function serve(path: string, pictures: string, script: Uint8Array): Promise<{ type: string; body: Uint8Array | string }> {
  if (path === '/') return { type: 'text/html', body: '<!doctype html><title>pose lab</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>' };
  if (path === '/page.js') return { type: 'text/javascript', body: script };
  const file = path.startsWith('/asset/') ? ASSETS[path.slice('/asset/'.length) as EngineAsset] : pictureFile(path, pictures);
  if (file === undefined) throw new Error(`no file at ${path}`);
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
}

function pictureFile(path: string, folder: string): string | undefined {
  const file = resolve(folder, path.replace(/^\/pictures\//, ''));
  return path.startsWith('/pictures/') && file.startsWith(resolve(folder) + sep) ? file : undefined;
}

async function bundlePage(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')], bundle: true, write: false, format: 'esm', target: 'es2022',
    mainFields: ['module', 'main'], logLevel: 'silent', // Dead branches for Node in tfjs and MediaPipe.
    external: ['fs', 'path', 'worker_threads', 'perf_hooks', 'node:*'],
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('the lab page was not built');
  return bundle.contents;
}
