import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StepWindow, type TopItem, buildTrainingGraph, fineTune } from '@vua/models/sequence';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../../../tools/testing/bundle-page.ts';
import { callPage } from '../../../../tools/testing/call-page.ts';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { type ServedFolders, serveFolders } from '../../../../tools/testing/serve-folders.ts';
import { makeModel } from '../../../models/training/sequence/make-model.ts';
import { type ModelContent, readModelFolder } from '../../../models/training/sequence/model-folder.ts';
import { openGraph } from '../../../models/training/sequence/open-graph.ts';
import { plantedSessions } from '../../../models/training/sequence/testing/planted-log.ts';
import type { LabEngine } from '../testing/ranker-page.ts';
import type { SequenceRanker } from './sequence-ranker.ts';
import { describeSequenceRanker, distance } from './testing/describe-sequence-ranker.ts';

const ITEMS = 30;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const runtime = join(dirname(createRequire(import.meta.url).resolve('onnxruntime-web')));

/** Sessions with types, prices and categories, so that the model has all it can have. */
const sequences = plantedSessions(300, ITEMS, 4).map(({ items }): StepWindow => ({ items, sides: { type: items.map((_, step) => 1 + Number(step % 4 === 3)), category: items.map((item) => 1 + (item % 3)) } }));
const vocabulary = Array.from({ length: ITEMS }, (_, item) => `item-${item}`);
const log = { vocabulary, sequences, sideInputs: [{ name: 'type', size: 10 }, { name: 'category', size: 8 }], sideNames: { category: ['a', 'b', 'c'] }, problems: [] };

let folder: string;
let content: ModelContent;
let server: ServedFolders;
let browser: Browser;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vua-ranker-'));
  const made = await makeModel(log, 'hash', { data: 'log', out: folder, format: 'sessions', split: 'all', minutes: 0.1, epochs: 6, seed: 1, tunes: false, checkpointSeconds: 30 }, { say: () => undefined, onProgress: () => undefined });
  if (made.status === 'refused') throw new Error(made.reason);
  content = blended(readModelFolder(folder));
  server = await serveFolders({ folders: { runtime }, files: await filesToServe() });
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
  rmSync(folder, { recursive: true, force: true });
});

/** On so small a log a simple method wins alone, and the engines would have nothing to say. */
function blended(made: ModelContent): ModelContent {
  const { partner: { name: partner }, manifest } = made;
  return { ...made, manifest: { ...manifest, shipped: { method: 'blend', partner, weight: 0.5, again: [-0.5, 0.25] } } };
}

/** As the model registry serves them. */
async function filesToServe(): Promise<Record<string, string | Uint8Array>> {
  const { manifest } = content;
  const path = (name: string): string => `/v1/models/sequence/${manifest.version}/files/${name}`;
  const deploy = join(folder, 'deploy');
  return {
    ...Object.fromEntries(readdirSync(deploy).map((name) => [path(name), readFileSync(join(deploy, name))])),
    '/v1/models/sequence/active': JSON.stringify({ kind: 'sequence', version: manifest.version, manifest, files: manifest.files.map((file) => ({ ...file, url: path(file.name) })) }),
    '/page.js': await bundlePage(here('../testing/ranker-page.ts')), '/worker.js': await bundlePage(here('sequence.worker.ts')),
  };
}

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
