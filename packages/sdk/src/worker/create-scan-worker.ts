import { type BodyModel, type BodyProfile, loadBodyModel, type MeasureInput, measureBody } from '@vua/models/body';
import { traceView } from '@vua/models/silhouette';
import type { FrameContext, FrameReading, View } from '../inference/frame-reading.ts';
import type { OpenPoseEngine, PoseEngine } from '../inference/pose-engine.ts';
import type { Frame } from '../inference/read-pixels.ts';
import { SdkError, toSdkError } from '../sdk-error.ts';
import { type CapturedFrame, type CaptureStore, createCaptureStore, knownCamera } from './capture-store.ts';
import { createFrameReader } from './frame-reader.ts';
import { type AssetSources, loadAsset } from './load-asset.ts';
import { readStill } from './read-still.ts';
import type { LoadReport, ScanOutcome } from './scan-worker-api.ts';
import type { WorkerAsset } from './worker-assets.ts';
import type { Reply, ScanWorkerWire, WorkerConfig } from './worker-protocol.ts';

/** The scan worker's surroundings. */
export interface ScanWorkerDeps {
  readonly openEngine: OpenPoseEngine;
  readonly sources: AssetSources;
  /** Holds a lock for as long as the worker lives. */
  readonly holdLock: (name: string) => void;
  readonly now: () => number;
  readonly captures?: CaptureStore;
}

interface Loaded {
  readonly config: WorkerConfig;
  readonly model: BodyModel;
  engine: PoseEngine;
}

/** Everything that happens to a frame, on one thread: pose, silhouette, guidance, measuring. */
export function createScanWorker({ openEngine, sources, holdLock, now, captures = createCaptureStore() }: ScanWorkerDeps): ScanWorkerWire {
  const readFrame = createFrameReader();
  let loaded: Loaded | undefined;

  const fetchAsset = (config: WorkerConfig, name: WorkerAsset): Promise<ArrayBuffer> => loadAsset(config.assets[name], sources);
  const open = (config: WorkerConfig): Promise<PoseEngine> =>
    openEngine((name) => fetchAsset(config, name), { variant: config.variant, encoding: config.encoding });
  const ready = (): Loaded => {
    if (loaded === undefined) throw new SdkError('model-unavailable', 'the worker is not loaded');
    return loaded;
  };

  async function load(config: WorkerConfig): Promise<LoadReport> {
    holdLock(config.lockName);
    const [engine, bytes] = await Promise.all([open(config), fetchAsset(config, 'body-model')]);
    loaded = { config, engine, model: loadBodyModel(bytes) };
    return reportOn(engine, now);
  }

  async function upgrade(): Promise<LoadReport> {
    const { config, engine: old } = ready();
    const engine = await open({ ...config, variant: 'full' });
    const report = await reportOn(engine, now);
    ready().engine = engine;
    old.dispose();
    return report;
  }

  async function read(frame: Frame, context: FrameContext, keep: boolean): Promise<FrameReading> {
    try {
      const { reading, usable, image, pose } = await readFrame(ready().engine, frame, context);
      const profile = keep && usable && pose ? traceView(pose, context.view, image) : undefined;
      const outline = { widthPx: image.widthPx, heightPx: image.heightPx, points: reading.outline };
      if (profile) captures.add(context.view, { profile, outline, ...(context.tilt && { tilt: context.tilt }) });
      return reading;
    } finally {
      frame.close();
    }
  }

  async function measurePhotos(photos: Readonly<Record<View, ImageBitmap>>, profile: BodyProfile): Promise<ScanOutcome> {
    const { engine } = ready();
    captures.forget();
    for (const view of ['front', 'side'] as const) {
      const still = await readStill(engine, photos[view], view).finally(() => photos[view].close());
      if (!still.ok) return { status: 'refused', view, reason: still.reason };
      for (const frame of still.frames) captures.add(view, frame);
    }
    return measure(profile);
  }

  function measure(profile: BodyProfile): ScanOutcome {
    const { model, config, engine } = ready();
    return measureCaptured(captures, { profile, model, calibration: config.calibration, weights: engine.variant });
  }

  return {
    load: (config) => reply(() => load(config)),
    upgrade: () => reply(upgrade),
    read: (frame, context, keep) => reply(() => read(frame, context, keep)),
    measure: (profile) => reply(async () => measure(profile)),
    measurePhotos: (photos, profile) => reply(() => measurePhotos(photos, profile)),
    forget: (view) => reply(async () => captures.forget(view)),
  };
}

function measureCaptured(captures: CaptureStore, how: Pick<MeasureInput, 'profile' | 'model' | 'calibration' | 'weights'>): ScanOutcome {
  const [front, side] = [captures.frames('front'), captures.frames('side')];
  const outcome = measureBody({
    front: front.map((frame) => frame.profile),
    side: side.map((frame) => frame.profile),
    ...how,
    cameras: { front: knownCamera(front), side: knownCamera(side) },
  });
  if (outcome.status === 'refused') return outcome;
  return { status: 'measured', body: outcome.body, widths: outcome.widths, seen: outcome.seen, outlines: { front: outlineOfLast(front), side: outlineOfLast(side) } };
}

function outlineOfLast(frames: readonly CapturedFrame[]): CapturedFrame['outline'] {
  return frames.at(-1)?.outline ?? { widthPx: 0, heightPx: 0, points: new Float32Array() };
}

/** The first run warms up, the second is timed; each delays the shopper's first picture. */
const WARM_UP_RUNS = 2;

/** Warms an engine up and times it: detector and landmarks with mask together. */
async function reportOn(engine: PoseEngine, now: () => number): Promise<LoadReport> {
  const times: number[] = [];
  for (let run = 0; run < WARM_UP_RUNS; run++) {
    const startMs = now();
    await engine.warmUp();
    times.push(now() - startMs);
  }
  return { engine: engine.name, variant: engine.variant, warmMs: Math.min(...times) };
}

async function reply<T>(act: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    const { code, message } = toSdkError(error);
    return { ok: false, code, message };
  }
}
