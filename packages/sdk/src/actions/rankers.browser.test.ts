import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StepWindow, type TopItem, buildTrainingGraph, fineTune } from '@vua/models/sequence';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../../../tools/testing/bundle-page.ts';
import { callPage } from '../../../../tools/testing/call-page.ts';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { type ServedFolders, serveFolders } from '../../../../tools/testing/serve-folders.ts';
import type { ModelContent } from '../../../models/training/sequence/model-folder.ts';
import { openGraph } from '../../../models/training/sequence/open-graph.ts';
import type { LabEngine } from '../testing/ranker-page.ts';
import { trainModel } from '../testing/train-model.ts';
import type { SequenceRanker } from './sequence-ranker.ts';
import { describeSequenceRanker, distance } from './testing/describe-sequence-ranker.ts';

const ITEMS = 30;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const runtime = join(dirname(createRequire(import.meta.url).resolve('onnxruntime-web')));

let content: ModelContent;
let server: ServedFolders;
let browser: Browser;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  const trained = await trainModel(Array.from({ length: ITEMS }, (_, item) => `item-${item}`));
  ({ content } = trained);
  const code = { '/page.js': await bundlePage(here('../testing/ranker-page.ts')), '/worker.js': await bundlePage(here('sequence.worker.ts')) };
  server = await serveFolders({ folders: { runtime }, files: { ...trained.files, ...code } });
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(server.url);
  await page.waitForFunction(() => 'lab' in globalThis);
  const opened = await callPage(page, 'lab', 'open', []);
  if (opened !== 'loaded') throw new Error(String(opened));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const historyOf = (steps: number, seed = 1): StepWindow => ({ items: Int32Array.from({ length: steps }, (_, step) => (7 * step + seed) % ITEMS), sides: { type: new Int32Array(steps).fill(1), category: Int32Array.from({ length: steps }, (_, step) => step % 4) } });
const plain = ({ items, sides }: StepWindow) => ({ items: [...items], sides: Object.fromEntries(Object.entries(sides).map(([name, values]) => [name, [...values]])) });

/** A ranker of the page. */
function rankerOf(engine: LabEngine): SequenceRanker {
  const ask = async (method: string, history: StepWindow, ...more: unknown[]): Promise<Float32Array | undefined> => {
    const answer = await callPage(page, 'lab', method, [engine, plain(history), ...more]) as number[] | null;
    return answer === null ? undefined : Float32Array.from(answer);
  };
  const best: SequenceRanker['best'] = async (history, limit, skips) => await callPage(page, 'lab', 'best', [engine, plain(history), limit, [...skips]]) as readonly TopItem[];
  return { best, score: async (history, items) => await ask('score', history, [...items]) ?? new Float32Array(0), events: (history) => ask('events', history), vector: (history) => ask('vector', history), close: () => undefined };
}

for (const engine of ['pure', 'onnx'] as const) describeSequenceRanker(`${engine}, with a trained model in Chromium`, async () => ({ ranker: rankerOf(engine), model: content }), historyOf);

describe('the runtime in Chromium', () => {
  it('is tuned to a shopper as in Node, and its own answers stay', async () => {
    const history = historyOf(40);
    const before = await rankerOf('onnx').best(history, 9, new Set());
    const tuned = await callPage(page, 'lab', 'tune', [plain(history)]) as Record<string, number[]>;
    const graph = await openGraph(buildTrainingGraph(content.manifest.shape, 'full', false));
    const wanted = await fineTune(graph.run, content.parameters, history, content.manifest.shape);
    await graph.close();
    const weight = 'block0.widen.weight';
    expect(distance(wanted?.[weight], tuned[weight])).toBeLessThan(1e-3);
    expect(distance(content.parameters[weight], tuned[weight])).toBeGreaterThan(1e-4);
    expect(await rankerOf('onnx').best(history, 9, new Set())).toEqual(before);
  });

  it('asks nobody but the page\'s own server', () => {
    expect(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
  });

  it('rejects once it is closed, instead of leaving the caller waiting', async () => {
    expect(await callPage(page, 'lab', 'askAfterClose', [plain(historyOf(3))])).toContain('closed');
  });
});
