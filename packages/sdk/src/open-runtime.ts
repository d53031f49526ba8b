import { GRAPH_FILE } from '@vua/models/sequence';
import type { DeviceModel, OnnxRanker } from './actions/index.ts';
import { openOnnxRanker } from './actions/onnx-ranker.ts';
import { type SequenceAsset, assetManifest } from './worker/asset-manifest.ts';
import { loadAsset } from './worker/load-asset.ts';
import { startWorkerFromSource } from './worker/start-worker.ts';

/** The ranker in onnxruntime-web, from the SDK's own folder, each file compared with its hash; undefined where one does not come. */
export async function openRuntime(model: DeviceModel, assetsUrl: URL): Promise<OnnxRanker | undefined> {
  const manifest = assetManifest();
  const load = (name: SequenceAsset): Promise<ArrayBuffer> => loadAsset({ url: new URL(manifest[name].file, assetsUrl).href, sha256: manifest[name].sha256 }, {
    fetch: (url, init) => globalThis.fetch(url, { ...init, credentials: 'omit' }), ...('caches' in globalThis && { caches }),
  });
  const [graph, source, wasm] = await Promise.all([model.file(GRAPH_FILE), load('worker-sequence'), load('ort-wasm')]);
  if (graph === undefined) return undefined;
  const opening = await openOnnxRanker(model.opened, { graph, wasm: new Uint8Array(wasm), startWorker: () => startWorkerFromSource(source) });
  return opening.status === 'opened' ? opening.ranker : undefined;
}
