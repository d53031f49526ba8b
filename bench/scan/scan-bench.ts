import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildClip } from '../../packages/sdk/src/testing/build-clip.ts';
import { REPOSITORY_ROOT } from '../../tools/repository-root.ts';
import { bundlePage } from '../../tools/testing/bundle-page.ts';
import { callPage } from '../../tools/testing/call-page.ts';
import { openBrowser } from '../../tools/testing/open-browser.ts';
import { serveFolders } from '../../tools/testing/serve-folders.ts';
import { type Bench, type BenchRow, percentiles } from '../bench-result.ts';
import { rendererMemoryMb, settledMemoryMb } from './renderer-memory.ts';
import type { ScanBenchPage } from './scan-page.ts';

const SDK = join(REPOSITORY_ROOT, 'packages/sdk');
const PEOPLE = join(SDK, 'src/testing/fixtures/people');
const VISION = join(dirname(createRequire(join(SDK, 'package.json')).resolve('@mediapipe/tasks-vision')), 'wasm');

const FRAMES = 150;
const CAPTURED_FRAMES = 15;
const SCANS = 20;
const SAMPLE_MS = 500;

/** Frame times against tasks-vision in the same run, measuring, long tasks and memory. */
export const scanBench: Bench = {
  name: 'scan',
  about: 'frame times against tasks-vision 0.10.35, measuring, long tasks, memory',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'vua-bench-'));
    const clip = join(folder, 'clip.mjpeg');
    buildClip(join(PEOPLE, 'dev-003'), { frontS: 14, turnS: 1.5, sideS: 25 }, clip);
    const server = await serveFolders({
      folders: { sdk: join(SDK, 'dist'), people: PEOPLE, task: join(REPOSITORY_ROOT, 'packages/models/artifacts/pose'), vision: VISION },
      files: { '/page.js': await bundlePage(join(import.meta.dirname, 'scan-page.ts')) },
    });
    const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${clip}`];
    try {
      // A browser each: memory is read for all pages of one.
      return [...await inBrowser(camera, (browser) => memoryRows(browser, server.url)), ...await inBrowser([], (browser) => frameRows(browser, server.url))];
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  },
};

async function inBrowser<T>(extra: readonly string[], act: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser(extra);
  try {
    return await act(browser);
  } finally {
    await browser.close();
  }
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction('globalThis.scanBench');
  return page;
}

function call<K extends keyof ScanBenchPage>(page: Page, name: K, ...parameters: Parameters<ScanBenchPage[K]>): Promise<Awaited<ReturnType<ScanBenchPage[K]>>> {
  return callPage(page, 'scanBench', name, parameters) as never;
}

async function frameRows(browser: Browser, url: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [variant, median, p95] of [['lite', 40, 60], ['full', 60, 90]] as const) {
    const page = await open(browser, url);
    const { ours, theirs } = await call(page, 'trackFrames', variant, FRAMES);
    const [mine, other] = [percentiles(ours), percentiles(theirs)];
    rows.push(
      { case: `${variant}, tracked frame, median`, value: mine.p50, unit: 'ms', ratio: mine.p50 / other.p50, ...mine, limit: median },
      { case: `${variant}, tracked frame, p95`, value: mine.p95, unit: 'ms', ratio: mine.p95 / other.p95, limit: p95 },
      { case: `${variant}, tasks-vision, median`, value: other.p50, unit: 'ms', ratio: 1, ...other },
    );
    await page.close();
  }
  const page = await open(browser, url);
  rows.push({ case: 'measuring after the last frame', value: await call(page, 'measureAfter', CAPTURED_FRAMES), unit: 'ms', limit: 300 });
  await page.close();
  return rows;
}

async function memoryRows(browser: Browser, url: string): Promise<BenchRow[]> {
  const page = await open(browser, url);
  const idleMb = await settledMemoryMb(browser, page);
  let highestMb = 0;
  const sampling = setInterval(() => {
    void rendererMemoryMb(browser, page, false).then((now) => { highestMb = Math.max(highestMb, now); }, () => undefined);
  }, SAMPLE_MS);
  const { end, longTasks } = await call(page, 'liveScan');
  clearInterval(sampling);
  if (end !== 'done') throw new Error(`the live scan ended in ${end}`);
  await call(page, 'photoScans', SCANS);
  const afterMb = await settledMemoryMb(browser, page);
  await page.close();
  return [
    { case: 'longest main-thread task of a scan', value: Math.max(0, ...longTasks), unit: 'ms', limit: 50 },
    { case: 'memory above idle during a scan', value: highestMb - idleMb, unit: 'MB', limit: 250 },
    { case: `memory above idle after dispose, ${SCANS} scans`, value: afterMb - idleMb, unit: 'MB', limit: 20 },
  ];
}
