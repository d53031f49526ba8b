import type { BodyProfile } from '@vua/models/body';
import type { EngineName, ModelVariant } from '../../packages/sdk/src/inference/engine-name.ts';
import type { AssetManifest } from '../../packages/sdk/src/worker/asset-manifest.ts';
import { createScanWorkerClient, type LoadReport, type ScanOutcome, type ScanWorkerClient } from '../../packages/sdk/src/worker/index.ts';
import { startWorkerFromSource } from '../../packages/sdk/src/worker/start-worker.ts';

/** What a call came to, and after how long. */
export type Settled<T> = { readonly ok: true; readonly value: T; readonly ms: number } | { readonly ok: false; readonly code: string; readonly ms: number };

/** The functions of the page: the client of the shop with its workers in reach. */
export interface WorkerLab {
  /** @param assetsUrl folder of the SDK's files, absolute, ends with a slash. */
  open(assetsUrl: string, engine: EngineName | 'auto', weights: ModelVariant | 'lite-then-full'): Promise<Settled<LoadReport>>;
  observe(url: string): Promise<Settled<{ outlinePoints: number; hint: string | undefined; fields: string[] }>>;
  measure(front: string, side: string, profile: BodyProfile): Promise<Settled<ScanOutcome['status']>>;
  /** Starts a call and ends the newest worker while it runs. */
  killDuring(url: string): Promise<Settled<unknown>>;
  workersStarted(): number;
  /** Path of everything in the workers' messages, with its type; list positions as `#`. */
  messagePaths(): string[];
  close(): void;
}

let client: ScanWorkerClient | undefined;
const workers: Worker[] = [];
const paths = new Set<string>();

const picture = async (url: string): Promise<ImageBitmap> => createImageBitmap(await (await fetch(url)).blob());

async function settled<T>(act: () => Promise<T>): Promise<Settled<T>> {
  const startMs = performance.now();
  try {
    return { ok: true, value: await act(), ms: performance.now() - startMs };
  } catch (error) {
    return { ok: false, code: (error as { code?: string }).code ?? String(error), ms: performance.now() - startMs };
  }
}

/** Starts a worker as the shop does, and reads along. */
function startWorker(source: ArrayBuffer): Worker {
  const worker = startWorkerFromSource(source);
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => note(data, ''));
  workers.push(worker);
  return worker;
}

function note(value: unknown, path: string): void {
  if (Array.isArray(value)) value.forEach((item) => note(item, `${path}.#`));
  else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) for (const [key, item] of Object.entries(value)) note(item, `${path}.${key}`);
  else paths.add(`${path}: ${value !== null && typeof value === 'object' ? value.constructor.name : typeof value}`);
}

const api = () => {
  if (client === undefined) throw new Error('open the lab first');
  return client.api;
};
const observe = async (url: string) => api().observe(await picture(url), { view: 'front', atMs: performance.now() });

const lab: WorkerLab = {
  open: (assetsUrl, engine, weights) => settled(async () => {
    client?.close();
    const manifest = (await (await fetch('/manifest.json')).json()) as AssetManifest;
    client = createScanWorkerClient({
      assetsUrl: new URL(assetsUrl), engine, weights, manifest,
      sources: { fetch: (url) => fetch(url, { credentials: 'omit' }), caches, locks: navigator.locks, startWorker, randomId: () => crypto.randomUUID() },
    });
    return client.load();
  }),
  observe: (url) => settled(async () => {
    const reading = await observe(url);
    return { outlinePoints: reading.outline.length / 2, hint: reading.hint, fields: Object.keys(reading).sort() };
  }),
  measure: (front, side, profile) => settled(async () => (await api().measurePhotos({ front: await picture(front), side: await picture(side) }, profile)).status),
  killDuring: async (url) => {
    const frame = await picture(url);
    return settled(async () => {
      const pending = api().observe(frame, { view: 'front', atMs: performance.now() });
      // The message is on its way before the worker ends.
      await Promise.resolve();
      setTimeout(() => workers.at(-1)?.terminate());
      return pending;
    });
  },
  workersStarted: () => workers.length,
  messagePaths: () => [...paths].sort(),
  close: () => client?.close(),
};

Object.assign(globalThis, { workerLab: lab });
