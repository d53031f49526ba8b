import { PoseLandmarker } from '@mediapipe/tasks-vision';
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import type { createVua, ScanState } from '@vua/sdk';
import type { ModelVariant } from '../../packages/sdk/src/inference/engine-name.ts';
import type { AssetManifest } from '../../packages/sdk/src/worker/asset-manifest.ts';
import { createScanWorkerClient, type ScanWorkerClient } from '../../packages/sdk/src/worker/index.ts';

/** Times of the same frames, milliseconds. */
export interface FrameTimes {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export interface LiveScan {
  readonly end: string;
  /** Tasks of the main thread that took over 50 ms, milliseconds. */
  readonly longTasks: readonly number[];
}

/** What the bench calls in the page. */
export interface ScanBenchPage {
  /** Reads moving frames in turn with our worker and with tasks-vision, both with mask. */
  trackFrames(variant: ModelVariant, count: number): Promise<FrameTimes>;
  /** Milliseconds from the last captured frame of two views to the measurements. */
  measureAfter(frames: number): Promise<number>;
  /** One guided scan of the fake camera, through the built package. */
  liveScan(): Promise<LiveScan>;
  /** Opens the SDK, measures two photos and disposes, as often as asked. */
  photoScans(times: number): Promise<void>;
}

const assetsUrl = new URL('/sdk/', location.href);
const WARM_UP = 12;

async function openClient(variant: ModelVariant): Promise<ScanWorkerClient> {
  const manifest = (await (await fetch(new URL('assets.json', assetsUrl))).json()) as AssetManifest;
  const client = createScanWorkerClient({ assetsUrl, manifest, engine: 'wasm', weights: variant });
  await client.load();
  return client;
}

async function openTheirs(variant: ModelVariant): Promise<PoseLandmarker> {
  Object.assign(globalThis, { ModuleFactory });
  const model = await (await fetch(`/task/${variant}.task`)).arrayBuffer();
  return PoseLandmarker.createFromOptions({ wasmLoaderPath: '', wasmBinaryPath: '/vision/vision_wasm_module_internal.wasm' }, {
    baseOptions: { modelAssetBuffer: new Uint8Array(model), delegate: 'CPU' }, runningMode: 'VIDEO', numPoses: 1, outputSegmentationMasks: true,
  });
}

/** The picture, swaying by a few pixels as a body does. */
async function frameMaker(view: 'front' | 'side'): Promise<(index: number) => Promise<ImageBitmap>> {
  const picture = await createImageBitmap(await (await fetch(`/people/dev-003/${view}.jpg`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  return (index) => {
    context.drawImage(picture, Math.round(2 * Math.sin(index / 5)), Math.round(Math.cos(index / 7)));
    return createImageBitmap(canvas);
  };
}

async function trackFrames(variant: ModelVariant, count: number): Promise<FrameTimes> {
  const [client, landmarker, frame] = [await openClient(variant), await openTheirs(variant), await frameMaker('front')];
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let index = 0; index < count + WARM_UP; index++) {
    const [mine, other] = [await frame(index), await frame(index)];
    const start = performance.now();
    await client.api.observe(mine, { view: 'front', atMs: index * 33 });
    const middle = performance.now();
    const result = landmarker.detectForVideo(other, index * 33 + 1);
    result.segmentationMasks?.[0]?.getAsFloat32Array();
    const end = performance.now();
    result.close();
    other.close();
    if (index < WARM_UP) continue;
    ours.push(middle - start);
    theirs.push(end - middle);
  }
  client.close();
  landmarker.close();
  return { ours, theirs };
}

async function measureAfter(frames: number): Promise<number> {
  // Full weights, with the lite ones beside them: two sightings to measure.
  const client = await openClient('full');
  let atMs = 0;
  for (const view of ['front', 'side'] as const) {
    const frame = await frameMaker(view);
    for (let index = 0; index < frames * 2; index++) await client.api.capture(await frame(index), { view, atMs: (atMs += 33) });
  }
  const start = performance.now();
  const outcome = await client.api.measure({ statureCm: 161 });
  const elapsed = performance.now() - start;
  client.close();
  if (outcome.status !== 'measured') throw new Error(`the captured frames were refused: ${outcome.reason}`);
  return elapsed;
}

async function loadSdk(): Promise<{ createVua: typeof createVua }> {
  const url = '/sdk/index.js';
  return (await import(url)) as { createVua: typeof createVua };
}

async function liveScan(): Promise<LiveScan> {
  const vua = (await loadSdk()).createVua({ assetsUrl, locale: 'en', calibration: 'synthetic' });
  await vua.preload();
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const video = document.createElement('video');
  document.body.append(video);
  const session = await vua.startScan({ video, profile: { statureCm: 161 } });
  const { promise: end, resolve } = Promise.withResolvers<string>();
  session.subscribe((state: ScanState) => { if (['done', 'failed', 'cancelled'].includes(state.step)) resolve(state.step); });
  const step = await end;
  observer.disconnect();
  session.close();
  video.remove();
  vua.dispose();
  return { end: step, longTasks };
}

async function photoScans(times: number): Promise<void> {
  const { createVua: create } = await loadSdk();
  const [front, side] = await Promise.all(['front', 'side'].map(async (view) => (await fetch(`/people/dev-003/${view}.jpg`)).blob()));
  if (front === undefined || side === undefined) throw new Error('no pictures');
  for (let time = 0; time < times; time++) {
    const vua = create({ assetsUrl, locale: 'en' });
    const result = await vua.measurePhotos({ photos: { front, side }, profile: { statureCm: 161 } });
    vua.dispose();
    if (result.status !== 'measured') throw new Error('the photos were not measured');
  }
}

Object.assign(globalThis, { scanBench: { trackFrames, measureAfter, liveScan, photoScans } satisfies ScanBenchPage });
