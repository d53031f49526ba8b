import { expose } from 'comlink';
import type { OpenPoseEngine } from '../inference/pose-engine.ts';
import { createScanWorker } from './create-scan-worker.ts';

/** Makes this thread a scan worker. */
export function exposeScanWorker(openEngine: OpenPoseEngine): void {
  expose(createScanWorker({
    openEngine,
    sources: { fetch: (url, init) => fetch(url, { ...init, credentials: 'omit' }), ...('caches' in globalThis && { caches }) },
    holdLock,
    now: () => performance.now(),
  }));
}

// The lock is given back when the worker ends, however it ends: that is how the page learns of it.
function holdLock(name: string): void {
  void navigator.locks?.request(name, () => new Promise<never>(() => undefined));
}
