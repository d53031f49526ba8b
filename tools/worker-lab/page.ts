import type { BodyEstimate, BodyProfile } from '@vua/models/body';
import type { EngineName, ModelVariant } from '../../packages/sdk/src/inference/engine-name.ts';
import type { AssetManifest } from '../../packages/sdk/src/worker/asset-manifest.ts';
import { createScanWorkerClient, type LoadReport, type ScanOutcome, type ScanWorkerClient } from '../../packages/sdk/src/worker/index.ts';
import { startWorkerFromSource } from '../../packages/sdk/src/worker/start-worker.ts';
import { faultSource, tellWorkersToFail, type WorkerFault } from './worker-faults.ts';

/** What a call came to, and after how long. */
export type Settled<T> = { readonly ok: true; readonly value: T; readonly ms: number } | { readonly ok: false; readonly code: string; readonly ms: number };

/** The functions of the page: the client of the shop with its workers in reach. */
export interface WorkerLab {
  /** @param assetsUrl folder of the SDK's files, absolute, ends with a slash. */
  open(assetsUrl: string, engine: EngineName | 'auto', weights: ModelVariant | 'lite-then-full'): Promise<Settled<LoadReport>>;
  /** What runs once the race is over and better weights have come. */
  settled(): Promise<Settled<LoadReport>>;
  /** The next workers carry this fault. @param workers how many; @default all */
  plant(fault: WorkerFault, when: 'at-start' | 'when-told', workers?: number): void;
  observe(url: string): Promise<Settled<{ outlinePoints: number; hint: string | undefined; fields: string[] }>>;
  measure(front: string, side: string, profile: BodyProfile): Promise<Settled<Measured>>;
  /** Starts a call and ends the newest worker while it runs. */
  killDuring(url: string): Promise<Settled<unknown>>;
  /** Lets the planted fault happen. */
  fail(): Promise<void>;
  /** The same, while a call runs. @returns what the call came to, and how long after the fault. */
  failDuring(url: string): Promise<Settled<unknown>>;
  workersStarted(): number;
  /** How many files the caches of this origin hold. */
  filesKept(): Promise<number>;
  /** Path of everything in the workers' messages, with its type; list positions as `#`. */
  messagePaths(): string[];
  close(): void;
}

/** What measuring came to, without the outlines. */
export type Measured = Extract<ScanOutcome, { status: 'refused' }> | { readonly status: 'measured'; readonly measurements: BodyEstimate['measurements'] };

let client: ScanWorkerClient | undefined;
let planted = { source: '', workers: 0 };
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
  const worker = startWorkerFromSource(planted.workers-- > 0 ? joined(new TextEncoder().encode(planted.source), source) : source);
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => note(data, ''));
  workers.push(worker);
  return worker;
}

function joined(first: Uint8Array, then: ArrayBuffer): ArrayBuffer {
  const both = new Uint8Array(first.length + then.byteLength);
  both.set(first);
  both.set(new Uint8Array(then), first.length);
  return both.buffer;
}

function note(value: unknown, path: string): void {
  if (Array.isArray(value)) value.forEach((item) => note(item, `${path}.#`));
  else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) for (const [key, item] of Object.entries(value)) note(item, `${path}.${key}`);
  else paths.add(`${path}: ${value !== null && typeof value === 'object' ? value.constructor.name : typeof value}`);
}

const opened = (): ScanWorkerClient => {
  if (client === undefined) throw new Error('open the lab first');
  return client;
};
const observe = async (url: string) => opened().api.observe(await picture(url), { view: 'front', atMs: performance.now() });

async function during(url: string, act: () => void): Promise<Settled<unknown>> {
  const frame = await picture(url);
  return settled(async () => {
    const pending = opened().api.observe(frame, { view: 'front', atMs: performance.now() });
    // The message is on its way before the worker ends.
    await Promise.resolve();
    setTimeout(act);
    return pending;
  });
}

const lab: WorkerLab = {
  open: (assetsUrl, engine, weights) => settled(async () => {
    client?.close();
    const manifest = (await (await fetch('/manifest.json')).json()) as AssetManifest;
    client = createScanWorkerClient({
      assetsUrl: new URL(assetsUrl), engine, weights, manifest, calibration: 'synthetic',
      sources: { fetch: (url) => fetch(url, { credentials: 'omit' }), caches, locks: navigator.locks, startWorker, randomId: () => crypto.randomUUID() },
    });
    return client.load();
  }),
  settled: () => settled(async () => opened().settled()),
  plant(fault, when, count = Infinity) { planted = { source: faultSource(fault, when), workers: count }; },
  fail: tellWorkersToFail,
  observe: (url) => settled(async () => {
    const reading = await observe(url);
    return { outlinePoints: reading.outline.length / 2, hint: reading.hint, fields: Object.keys(reading).sort() };
  }),
  measure: (front, side, profile) => settled(async () => {
    const outcome = await opened().api.measurePhotos({ front: await picture(front), side: await picture(side) }, profile);
    return outcome.status === 'refused' ? outcome : { status: outcome.status, measurements: outcome.body.measurements };
  }),
  killDuring: (url) => during(url, () => workers.at(-1)?.terminate()),
  failDuring: async (url) => {
    let failedMs = NaN;
    const came = await during(url, () => {
      // Before they are told: their answer may overtake the one to the telling.
      failedMs = performance.now();
      void tellWorkersToFail();
    });
    return { ...came, ms: performance.now() - failedMs };
  },
  workersStarted: () => workers.length,
  filesKept: async () => {
    const counts = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  },
  messagePaths: () => [...paths].sort(),
  close: () => client?.close(),
};

Object.assign(globalThis, { workerLab: lab });
