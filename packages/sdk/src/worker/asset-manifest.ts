import type { EngineName } from '../inference/engine-name.ts';
import { type AssetTable, WORKER_ASSETS, type WorkerAsset } from './worker-assets.ts';

/** Files that the page fetches to start a worker. */
export type WorkerScript = `worker-${EngineName}`;

/** Files of the sequence model's runtime: its worker, and the WebAssembly that the worker is given. */
export type SequenceAsset = 'worker-sequence' | 'ort-wasm';

/** Name under the assets folder and SHA-256 of every file; put in by the build, so that the hashes travel with the code. */
export type AssetManifest = Readonly<Record<WorkerAsset | WorkerScript | SequenceAsset, { readonly file: string; readonly sha256: string }>>;

declare const __VUA_ASSETS__: AssetManifest;

/** The manifest of this build. */
export const assetManifest = (): AssetManifest => __VUA_ASSETS__;

/** The worker's files with absolute addresses. @param assetsUrl absolute, ends with a slash. */
export function assetTable(manifest: AssetManifest, assetsUrl: URL): AssetTable {
  return Object.fromEntries(WORKER_ASSETS.map((name) => [name, {
    url: new URL(manifest[name].file, assetsUrl).href, sha256: manifest[name].sha256,
  }])) as AssetTable;
}
