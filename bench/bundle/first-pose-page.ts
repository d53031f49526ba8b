import { createScanWorkerClient } from '../../packages/sdk/src/worker/index.ts';
import type { AssetManifest } from '../../packages/sdk/src/worker/asset-manifest.ts';

/** Starts the worker on a cold cache and reads one frame. @returns milliseconds until its outline is there. */
async function firstPose(): Promise<number> {
  const picture = await createImageBitmap(await (await fetch('/picture')).blob());
  const assetsUrl = new URL('/sdk/', location.href);
  const manifest = (await (await fetch(new URL('assets.json', assetsUrl))).json()) as AssetManifest;
  const start = performance.now();
  const client = createScanWorkerClient({ assetsUrl, manifest, weights: 'lite', engine: 'wasm' });
  const reading = await client.api.observe(picture, { view: 'front', atMs: 0 });
  const elapsed = performance.now() - start;
  client.close();
  if (reading.outline.length === 0) throw new Error('the first frame had no person');
  return elapsed;
}

Object.assign(globalThis, { firstPose });
