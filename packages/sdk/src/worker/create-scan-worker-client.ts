import { SdkError } from '../sdk-error.ts';
import { engineAfter, type LiveEngine, openFirst } from './open-engine.ts';
import { raceGraphics } from './race-graphics.ts';
import type { LoadReport, ScanWorkerApi } from './scan-worker-api.ts';
import { resolveScanWorkerOptions, type ScanWorkerOptions } from './scan-worker-options.ts';
import { handOver } from './worker-thread.ts';
import type { Reply, ScanWorkerWire } from './worker-protocol.ts';

/** The page's end of the scan worker. */
export interface ScanWorkerClient {
  readonly api: ScanWorkerApi;
  /**
   * Loads an engine: the first that works.
   * @throws {SdkError} `offline`, `model-unavailable`, `model-corrupt`, `worker-lost`, `aborted`.
   */
  load(): Promise<LoadReport>;
  /** What runs once better weights or a faster engine have taken over, or were found not to be worth it. */
  settled(): Promise<LoadReport>;
  /** Ends the worker and frees its memory. Safe to call twice. */
  close(): void;
}

/** Devices slower than this (milliseconds of a warm run) keep the lite weights: full ones take 1.6 times as long. */
const UPGRADE_LIMIT_MS = 300;

export function createScanWorkerClient(given: ScanWorkerOptions): ScanWorkerClient {
  const holder = new EngineHolder(given);
  const call = <T>(use: (wire: ScanWorkerWire) => Promise<Reply<T>>): Promise<T> => holder.call(use);
  return {
    api: {
      observe: (frame, context) => call((wire) => wire.read(handOver(frame, [frame]), context, false)),
      capture: (frame, context) => {
        holder.pin();
        return call((wire) => wire.read(handOver(frame, [frame]), context, true));
      },
      measure: (profile) => call((wire) => wire.measure(profile)),
      measurePhotos: (photos, profile) => call((wire) => wire.measurePhotos(handOver(photos, [photos.front, photos.side]), profile)),
      forget: (view) => call((wire) => wire.forget(view)),
    },
    load: () => holder.load(),
    settled: () => holder.settled(),
    close: () => holder.close(),
  };
}

/** Holds the engine in use and replaces it: by a better one, or once when it dies. */
class EngineHolder {
  readonly #options;
  #live: Promise<LiveEngine> | undefined;
  #improving: Promise<unknown> = Promise.resolve();
  /** What has not been answered yet. */
  readonly #pending = new Set<Promise<unknown>>();
  #pinned = false;
  #restarted = false;
  #closed = false;
  /** Answers what it was asked before a faster engine came. */
  #retiring: LiveEngine['thread'] | undefined;

  constructor(given: ScanWorkerOptions) {
    this.#options = resolveScanWorkerOptions(given);
  }

  async load(): Promise<LoadReport> {
    return (await this.#engine()).report;
  }

  async settled(): Promise<LoadReport> {
    await this.#engine();
    await this.#improving;
    return this.load();
  }

  async call<T>(use: (wire: ScanWorkerWire) => Promise<Reply<T>>): Promise<T> {
    const { thread } = await this.#engine();
    const answer = thread.call(use);
    this.#pending.add(answer);
    try {
      return await answer;
    } finally {
      this.#pending.delete(answer);
    }
  }

  /** From the first captured frame on, the engine that holds it stays. */
  pin(): void {
    this.#pinned = true;
  }

  close(): void {
    this.#closed = true;
    void this.#live?.then(({ thread }) => thread.close(), () => undefined);
    this.#retiring?.close();
  }

  #engine(): Promise<LiveEngine> {
    if (this.#closed) return Promise.reject(new SdkError('aborted', 'the scan worker was closed'));
    if (this.#live) return this.#live;
    const { engine } = this.#options;
    const opening = this.#use(openFirst(engine === 'auto' ? 'wasm' : engine, this.#options));
    // A failed load is forgotten, so that the next call tries again.
    opening.catch(() => { if (this.#live === opening) this.#live = undefined; });
    this.#improving = opening.then((first) => this.#improve(first)).catch(() => undefined);
    return opening;
  }

  #use(opening: Promise<LiveEngine>): Promise<LiveEngine> {
    this.#live = opening;
    void opening.then(({ thread, report }) => thread.gone.then(() => { if (!this.#closed && this.#live === opening) this.#replaceDead(report); }), () => undefined);
    if (this.#closed) this.close();
    return opening;
  }

  /** A dead worker is replaced once; after that every call says what happened. */
  #replaceDead({ engine }: LoadReport): void {
    const next = this.#restarted ? Promise.reject(new SdkError('worker-lost', 'the scan worker ended twice')) : openFirst(engineAfter(engine), this.#options);
    this.#restarted = true;
    this.#pinned = false;
    this.#use(next).catch(() => undefined);
  }

  async #improve(first: LiveEngine): Promise<void> {
    const { engine, weights } = this.#options;
    const faster = engine === 'auto' ? await raceGraphics(first, this.#options) : undefined;
    if (faster) this.#takeOver(first, faster);
    const { thread, report } = await this.#engine();
    if (weights !== 'lite-then-full' || report.variant === 'full' || report.warmMs > UPGRADE_LIMIT_MS) return;
    const upgraded = await thread.call((wire) => wire.upgrade());
    void this.#use(Promise.resolve({ thread, report: upgraded }));
  }

  #takeOver(first: LiveEngine, faster: LiveEngine): void {
    if (this.#pinned || this.#closed) return faster.thread.close();
    // A frame or a photo on its way is answered first: cut off, it would end the scan.
    const pending = [...this.#pending];
    this.#retiring = first.thread;
    void this.#use(Promise.resolve(faster));
    void Promise.allSettled(pending).then(() => first.thread.close());
  }
}
