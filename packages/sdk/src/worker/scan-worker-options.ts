import type { CalibrationName } from '@vua/models/body';
import type { EngineName, ModelVariant } from '../inference/engine-name.ts';
import { type AssetManifest, assetManifest } from './asset-manifest.ts';
import type { FindBodyModel } from './find-body-model.ts';
import type { AssetSources } from './load-asset.ts';
import { startWorkerFromSource } from './start-worker.ts';
import type { ThreadSources } from './worker-thread.ts';

export interface ScanWorkerOptions {
  /** Folder of the SDK's files; absolute, ends with a slash. */
  readonly assetsUrl: URL;
  /** One engine, or the best that this device has. @default 'auto' */
  readonly engine?: EngineName | 'auto';
  /** `lite` never loads the full weights, `full` waits for them; `lite-then-full` starts early and improves. @default 'lite-then-full' */
  readonly weights?: ModelVariant | 'lite-then-full';
  /** Ten-bit weights are a third smaller than half floats. @default 'quantized' */
  readonly encoding?: 'quantized' | 'half';
  /** How girths follow from widths: `field` for people, `synthetic` for rendered bodies. @default 'field' */
  readonly calibration?: CalibrationName;
  /** Which body model measures. @default that of this build */
  readonly findBodyModel?: FindBodyModel | undefined;
  /** @default the browser's */
  readonly sources?: AssetSources & ThreadSources;
  /** @default that of this build */
  readonly manifest?: AssetManifest;
}

export type ResolvedScanWorkerOptions = Required<Omit<ScanWorkerOptions, 'findBodyModel'>> & Pick<ScanWorkerOptions, 'findBodyModel'>;

export function resolveScanWorkerOptions(given: ScanWorkerOptions): ResolvedScanWorkerOptions {
  return {
    assetsUrl: given.assetsUrl,
    engine: given.engine ?? 'auto',
    weights: given.weights ?? 'lite-then-full',
    encoding: given.encoding ?? 'quantized',
    calibration: given.calibration ?? 'field',
    findBodyModel: given.findBodyModel,
    sources: given.sources ?? browserSources(),
    manifest: given.manifest ?? assetManifest(),
  };
}

function browserSources(): AssetSources & ThreadSources {
  return {
    fetch: (url, init) => globalThis.fetch(url, { ...init, credentials: 'omit' }),
    ...('caches' in globalThis && { caches }),
    ...('locks' in navigator && { locks: navigator.locks }),
    startWorker: startWorkerFromSource,
    randomId: () => crypto.randomUUID(),
  };
}
