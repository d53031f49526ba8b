import type { EngineName } from '../inference/engine-name.ts';
import { toSdkError } from '../sdk-error.ts';
import { assetTable } from './asset-manifest.ts';
import { loadAsset } from './load-asset.ts';
import type { LoadReport } from './scan-worker-api.ts';
import type { ResolvedScanWorkerOptions } from './scan-worker-options.ts';
import { startThread, type WorkerThread } from './worker-thread.ts';

/** A worker that is loaded and warm. */
export interface LiveEngine {
  readonly thread: WorkerThread;
  readonly report: LoadReport;
}

/** What to try when an engine fails. */
const FALLBACK: Readonly<Record<EngineName, EngineName | undefined>> = { webgpu: 'wasm', webgl: 'wasm', wasm: 'tasks-vision', 'tasks-vision': undefined };

/** Starts the worker of one engine and loads it. */
export async function openEngine(engine: EngineName, options: ResolvedScanWorkerOptions): Promise<LiveEngine> {
  const { manifest, assetsUrl, sources, weights, encoding, calibration, findBodyModel } = options;
  const { file, sha256 } = manifest[`worker-${engine}`];
  const [source, shopsBodyModel] = await Promise.all([loadAsset({ url: new URL(file, assetsUrl).href, sha256 }, sources), findBodyModel?.()]);
  const { thread, lockName } = startThread(source, sources);
  try {
    const variant = weights === 'full' ? 'full' : 'lite';
    const report = await thread.call((wire) => wire.load({ assets: assetTable(manifest, assetsUrl), shopsBodyModel, variant, encoding, calibration, lockName }));
    return { thread, report };
  } catch (error) {
    thread.close();
    throw error;
  }
}

/**
 * Opens an engine, or the first that works of those behind it. Being offline is no fault of the engine.
 * @throws {SdkError} what the last engine said.
 */
export async function openFirst(engine: EngineName, options: ResolvedScanWorkerOptions): Promise<LiveEngine> {
  try {
    return await openEngine(engine, options);
  } catch (cause) {
    const error = toSdkError(cause);
    const next = FALLBACK[engine];
    if (next === undefined || error.code === 'offline' || error.code === 'aborted') throw error;
    return openFirst(next, options);
  }
}

/** The engine to start after one died: graphics are not trusted twice. */
export const engineAfter = (engine: EngineName): EngineName => (engine === 'webgpu' || engine === 'webgl' ? 'wasm' : engine);
