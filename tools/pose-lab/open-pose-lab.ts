import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { EngineAsset } from '../../packages/sdk/src/inference/pose-engine.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { bundlePage } from '../testing/bundle-page.ts';
import { callPage } from '../testing/call-page.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { serveFolders } from '../testing/serve-folders.ts';
import type { PoseLab } from './page.ts';

/** A page in Chromium that runs pose engines on pictures of a folder. */
export interface OpenLab {
  readonly page: Page;
  call<K extends keyof PoseLab>(name: K, ...parameters: Parameters<PoseLab[K]>): Promise<Awaited<ReturnType<PoseLab[K]>>>;
  close(): Promise<void>;
}

const require = createRequire(join(REPOSITORY_ROOT, 'packages/sdk/package.json'));
const MEDIAPIPE_POSE = dirname(createRequire(join(REPOSITORY_ROOT, 'packages/models/package.json')).resolve('@mediapipe/pose/package.json'));
const visionWasm = join(dirname(require.resolve('@mediapipe/tasks-vision')), 'wasm');
const pose = (name: string): string => join(REPOSITORY_ROOT, 'packages/models/artifacts/pose', name);

const ASSETS: Readonly<Record<EngineAsset, string>> = {
  'tfjs-wasm': join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'wasm-out/tfjs-backend-wasm-simd.wasm'),
  'detector-quantized': pose('detector-quantized.bin'), 'lite-quantized': pose('lite-quantized.bin'), 'full-quantized': pose('full-quantized.bin'),
  'detector-half': pose('detector-half.bin'), 'lite-half': pose('lite-half.bin'), 'full-half': pose('full-half.bin'),
  'lite-task': pose('lite.task'), 'full-task': pose('full.task'),
  'tasks-vision-wasm': join(visionWasm, 'vision_wasm_module_internal.wasm'),
};

/** @param pictures folder served under `/pictures/`. @param folders others, by the first part of their path. @param browserArgs as `openBrowser` takes them. */
export async function openPoseLab(pictures: string, folders: Readonly<Record<string, string>> = {}, browserArgs: readonly string[] = []): Promise<OpenLab> {
  const server = await serveFolders({ folders: { pictures, mediapipe: MEDIAPIPE_POSE, ...folders }, files: await labFiles() });
  const browser = await openBrowser(browserArgs);
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction('globalThis.poseLab');
  return {
    page,
    call: (name, ...parameters) => callPage(page, 'poseLab', name, parameters) as never,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function labFiles(): Promise<Record<string, Uint8Array>> {
  const assets = await Promise.all(Object.entries(ASSETS).map(async ([name, file]) => [`/asset/${name}`, await readFile(file)] as const));
  return { ...Object.fromEntries(assets), '/page.js': await bundlePage(join(import.meta.dirname, 'page.ts'), { '@mediapipe/pose': join(import.meta.dirname, 'mediapipe-pose-global.ts') }) };
}
