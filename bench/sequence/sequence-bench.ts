import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleAtOnce } from '../../packages/sdk/src/testing/bundle-browser.ts';
import { REPOSITORY_ROOT } from '../../tools/repository-root.ts';
import { bundlePage } from '../../tools/testing/bundle-page.ts';
import { callPage } from '../../tools/testing/call-page.ts';
import { openBrowser } from '../../tools/testing/open-browser.ts';
import { serveFolders } from '../../tools/testing/serve-folders.ts';
import { type Bench, type BenchRow, percentiles } from '../bench-result.ts';
import { cpuProbe } from '../cpu-probe.ts';
import type { SequenceLab } from './sequence-page.ts';

const SDK = join(REPOSITORY_ROOT, 'packages/sdk');
const RUNTIME = dirname(createRequire(join(SDK, 'package.json')).resolve('onnxruntime-web'));
const SMALL = 3416;
const LARGE = 50_000;
const WARM_UP = 20;
/** New events of a session that grows from 2 steps to 60; the first one is for the browser to compile. */
const [SESSIONS, EVENTS] = [41, 59];
/** Browsers compile WebAssembly quickly first and well while it runs, on the cores that it runs on: on two of them the first two thousand answers wait for it. */
const WARM_UP_ONNX = 2000;
const MB = 1e6;
const KB = 1024;

type Call = <M extends keyof SequenceLab>(method: M, ...given: Parameters<SequenceLab[M]>) => Promise<Awaited<ReturnType<SequenceLab[M]>>>;

/** The sequence model in Chromium: new events, first answers, files. */
export const sequenceBench: Bench = {
  name: 'sequence',
  about: 'the sequence model in Chromium: a new event and a first answer without a runtime at 3,416 items, ONNX at 50,000; sizes of files and code',
  async run() {
    const probeMs = 1000 / cpuProbe();
    const server = await serveFolders({ folders: { runtime: RUNTIME }, files: { '/page.js': await bundlePage(join(REPOSITORY_ROOT, 'bench/sequence/sequence-page.ts')), '/worker.js': await bundlePage(join(SDK, 'src/actions/sequence.worker.ts')) } });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(server.url);
      await page.waitForFunction(() => 'lab' in globalThis);
      const call: Call = async (method, ...given) => await callPage(page, 'lab', method, given) as never;
      return [...await smallRows(call, probeMs), ...await largeRows(call, probeMs), ...await codeRows()];
    } finally {
      await browser.close();
      await server.close();
    }
  },
};

async function smallRows(call: Call, probeMs: number): Promise<BenchRow[]> {
  const bytes = await call('prepare', SMALL);
  return [
    timeRow('new event, 3,416 items, no runtime, p95', (await call('timeEvents', SESSIONS, 2, 60)).slice(EVENTS), probeMs, 2),
    timeRow('first answer, 50 events, 3,416 items, no runtime, p95', (await call('timeCold', 60, 50)).slice(WARM_UP), probeMs, 15),
    timeRow('first answer, 200 events, 3,416 items, no runtime, p95', await call('timeCold', 30, 200), probeMs),
    timeRow('new event of a session that has outgrown the window, p95', await call('timeLongSession', 300), probeMs),
    { case: 'ONNX file, 3,416 items', value: bytes / MB, unit: 'MB', limit: 0.6 },
  ];
}

async function largeRows(call: Call, probeMs: number): Promise<BenchRow[]> {
  const bytes = await call('prepare', LARGE);
  await call('openOnnx');
  const onnx = await call('timeOnnx', WARM_UP_ONNX + 1000, 50);
  return [
    timeRow('50 events, 50,000 items, ONNX in its worker, p95', onnx.slice(WARM_UP_ONNX), probeMs, 3),
    timeRow('the same, the first 200 answers, p95', onnx.slice(0, 200), probeMs),
    timeRow('new event, 50,000 items, no runtime, p95', (await call('timeEvents', 2, 2, 60)).slice(WARM_UP), probeMs),
    { case: 'ONNX file, 50,000 items', value: bytes / MB, unit: 'MB', limit: 4 },
  ];
}

async function codeRows(): Promise<BenchRow[]> {
  const gzipped = async (file: string): Promise<number> => (await bundleAtOnce(join(SDK, 'src', file))).reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
  const [both, element, ranking] = await Promise.all(['testing/element-and-engine.ts', 'elements/recommendations/mount-recommendations.ts', 'open-ranking.ts'].map(gzipped));
  return [
    { case: 'element + engine, gzip', value: (both ?? NaN) / KB, unit: 'KB', limit: 25 },
    { case: 'with history, cache and loading of models', value: ((element ?? NaN) + (ranking ?? NaN)) / KB, unit: 'KB' },
  ];
}

/** The value is the 95th percentile. */
function timeRow(name: string, times: readonly number[], probeMs: number, limit?: number): BenchRow {
  const { p50, p95, p99 } = percentiles(times);
  return { case: name, value: p95, unit: 'ms', ratio: p95 / probeMs, p50, p95, p99, ...(limit !== undefined && { limit }) };
}
