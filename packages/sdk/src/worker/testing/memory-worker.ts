import { expose } from 'comlink';
import type { EngineName, ModelVariant } from '../../inference/engine-name.ts';
import type { AssetManifest } from '../asset-manifest.ts';
import type { ResolvedScanWorkerOptions } from '../scan-worker-options.ts';
import { WORKER_ASSETS } from '../worker-assets.ts';
import type { Reply, ScanWorkerWire, WorkerConfig } from '../worker-protocol.ts';

/** How the twin of one engine's worker behaves. */
export interface EngineScript {
  /** Milliseconds it reports for a warm run. */
  readonly warmMs?: number;
  /** What `load` answers instead of a report. */
  readonly failure?: Extract<Reply<never>, { ok: false }>['code'];
  /** What the next `measure` answers instead of nothing. */
  measureFailure?: Extract<Reply<never>, { ok: false }>['code'];
  /** `load` answers after this. */
  readonly after?: Promise<void>;
}

export interface MemoryWorkers {
  readonly options: ResolvedScanWorkerOptions;
  /** Engines whose workers were started, in order. */
  readonly started: EngineName[];
  readonly ended: EngineName[];
  /** Addresses that were fetched. */
  readonly fetched: string[];
  /** Lets the newest running worker die as a browser does it: an `error` event. */
  crash(message?: string): void;
}

const ENGINES: readonly EngineName[] = ['wasm', 'webgl', 'webgpu', 'tasks-vision'];

/** Workers in memory behind real comlink ports; the source of each names its engine. */
export function memoryWorkers(scripts: Partial<Record<EngineName, EngineScript>> = {}, change: Partial<ResolvedScanWorkerOptions> = {}): MemoryWorkers {
  const started: EngineName[] = [];
  const ended: EngineName[] = [];
  const fetched: string[] = [];
  const running: { fail(message: string): void }[] = [];
  const startWorker = (source: ArrayBuffer): Worker => {
    const engine = new TextDecoder().decode(source) as EngineName;
    started.push(engine);
    const twin = workerTwin(wireOf(engine, scripts[engine] ?? {}), () => ended.push(engine));
    running.push(twin);
    return twin.worker;
  };
  return {
    started, ended, fetched,
    crash: (message = 'Uncaught Error: broken') => running.pop()?.fail(message),
    options: {
      assetsUrl: new URL('page://cdn/sdk/'), engine: 'auto', weights: 'lite', encoding: 'quantized', calibration: 'field', manifest: manifest(),
      sources: {
        fetch: async (url) => {
          fetched.push(url);
          return new Response(/worker-(.*)\.js$/.exec(url)?.[1] ?? '', { status: 200 });
        },
        startWorker,
        randomId: () => `id-${started.length}`,
      },
      ...change,
    },
  };
}

// SHA-256 of the engine's name: that is the source of its twin.
const SHA256: Readonly<Record<EngineName, string>> = Object.fromEntries(await Promise.all(ENGINES.map(async (engine) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(engine));
  return [engine, [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')];
}))) as Record<EngineName, string>;

function manifest(): AssetManifest {
  const assets = WORKER_ASSETS.map((name) => [name, { file: `${name}.bin`, sha256: '0' }]);
  const workers = ENGINES.map((engine) => [`worker-${engine}`, { file: `worker-${engine}.js`, sha256: SHA256[engine] }]);
  return Object.fromEntries([...assets, ...workers]) as AssetManifest;
}

function wireOf(engine: EngineName, script: EngineScript): Partial<ScanWorkerWire> {
  const { warmMs = 50, failure, after } = script;
  const report = (variant: ModelVariant) => ({ ok: true, value: { engine, variant, warmMs } }) as const;
  return {
    async load({ variant }: WorkerConfig) {
      await after;
      return failure === undefined ? report(variant) : { ok: false, code: failure, message: `${engine} fails` };
    },
    upgrade: async () => report('full'),
    forget: async () => ({ ok: true, value: undefined }),
    // Never answers: what a worker does that is about to die.
    measure() {
      const code = script.measureFailure;
      delete script.measureFailure;
      return code === undefined ? new Promise(() => undefined) : Promise.resolve({ ok: false, code, message: `${engine} cannot measure` });
    },
  };
}

function workerTwin(wire: Partial<ScanWorkerWire>, onEnd: () => void): { worker: Worker; fail(message: string): void } {
  const { port1, port2 } = new MessageChannel();
  expose(wire, port1);
  port2.start();
  const failures = new EventTarget();
  const onPort = (type: string): boolean => type === 'message';
  const worker = {
    postMessage: (message: unknown, transfer: Transferable[] = []) => port2.postMessage(message, transfer),
    addEventListener: (type: string, listener: EventListener) => (onPort(type) ? port2 : failures).addEventListener(type, listener),
    removeEventListener: (type: string, listener: EventListener) => (onPort(type) ? port2 : failures).removeEventListener(type, listener),
    terminate() {
      port1.close();
      onEnd();
    },
  };
  return { worker: worker as unknown as Worker, fail: (message) => void failures.dispatchEvent(Object.assign(new Event('error'), { message })) };
}
