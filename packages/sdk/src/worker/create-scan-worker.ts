import type { BodyModel, BodyProfile } from '@vua/models/body';
import type { BodyPose, RgbaImage } from '@vua/models/pose';
import { traceView } from '@vua/models/silhouette';
import type { ModelVariant } from '../inference/engine-name.ts';
import type { FrameContext, FrameReading } from '../inference/frame-reading.ts';
import type { OpenPoseEngine, PoseEngine } from '../inference/pose-engine.ts';
import type { Frame } from '../inference/read-pixels.ts';
import { SdkError, toSdkError } from '../sdk-error.ts';
import { type CaptureStore, createCaptureStore } from './capture-store.ts';
import { createFrameReader } from './frame-reader.ts';
import { keepPhotos } from './keep-photos.ts';
import { type AssetSources, loadAsset } from './load-asset.ts';
import { measureCaptured } from './measure-captured.ts';
import { openBodyModel } from './open-body-model.ts';
import type { LoadReport, Outline, ScanOutcome } from './scan-worker-api.ts';
import type { AssetReference } from './worker-assets.ts';
import type { Reply, ScanWorkerWire, WorkerConfig } from './worker-protocol.ts';
import { createWriteBehind } from './write-behind.ts';

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
  /** The lite weights beside the full ones: a second opinion on what is measured. */
  second: PoseEngine | undefined;
}

/** A live frame that may be measured. */
interface SeenFrame {
  readonly context: FrameContext;
  readonly image: RgbaImage;
  readonly outline: Outline;
}

/** Of the kept live frames: a second look takes as long as the first, and a few are enough. */
const SECOND_LOOK_EVERY = 3;

/** Everything that happens to a frame, on one thread: pose, silhouette, guidance, measuring. */
export function createScanWorker({ openEngine, sources, holdLock, now, captures = createCaptureStore() }: ScanWorkerDeps): ScanWorkerWire {
  const readFrame = createFrameReader();
  let keptCount = 0;
  let loaded: Loaded | undefined;

  const { later, afterLoading } = createWriteBehind();
  const fetchAsset = (reference: AssetReference): Promise<ArrayBuffer> => loadAsset(reference, { ...sources, later });
  const open = (config: WorkerConfig, variant = config.variant): Promise<PoseEngine> =>
    openEngine((name) => fetchAsset(config.assets[name]), { variant, encoding: config.encoding });
  const ready = (): Loaded => {
    if (loaded === undefined) throw new SdkError('model-unavailable', 'the worker is not loaded');
    return loaded;
  };

  async function load(config: WorkerConfig): Promise<LoadReport> {
    holdLock(config.lockName);
    // A second opinion is no reason to fail.
    const lite = config.variant === 'full' ? open(config, 'lite').catch(() => undefined) : undefined;
    const [engine, second, model] = await Promise.all([open(config), lite, openBodyModel(config.shopsBodyModel, config.assets['body-model'], fetchAsset)]);
    loaded = { config, engine, second, model };
    return reportOn(engine, now);
  }

  async function upgrade(): Promise<LoadReport> {
    const { config, engine: old } = ready();
    const engine = await open(config, 'full');
    const report = await reportOn(engine, now);
    Object.assign(ready(), { engine, second: old });
    return report;
  }

  async function read(frame: Frame, context: FrameContext, keep: boolean): Promise<FrameReading> {
    try {
      const { engine, second } = ready();
      const { reading, usable, image, pose } = await readFrame(engine, frame, context);
      if (!keep || !usable || pose === undefined) return reading;
      const seen = { context, image, outline: { widthPx: image.widthPx, heightPx: image.heightPx, points: reading.outline } };
      keepFrame(seen, pose, engine.variant);
      keptCount += 1;
      const again = keptCount % SECOND_LOOK_EVERY === 0 ? await second?.estimate(image, { atMs: context.atMs }) : undefined;
      if (again !== undefined) keepFrame(seen, again.pose, 'lite');
      return reading;
    } finally {
      frame.close();
    }
  }

  function keepFrame({ context: { view, tilt }, image, outline }: SeenFrame, pose: BodyPose, weights: ModelVariant): void {
    const profile = traceView(pose, view, image);
    if (profile) captures.add(view, { weights, profile, outline, ...(tilt && { tilt }) });
  }

  function measure(profile: BodyProfile): ScanOutcome {
    const { model, config } = ready();
    return measureCaptured(captures, { profile, model, calibration: config.calibration });
  }

  return {
    load: (config) => reply(() => afterLoading(() => load(config))),
    upgrade: () => reply(() => afterLoading(upgrade)),
    read: (frame, context, keep) => reply(() => read(frame, context, keep)),
    measure: (profile) => reply(async () => measure(profile)),
    measurePhotos: (photos, profile) => reply(async () => (await keepPhotos(captures, ready(), photos)) ?? measure(profile)),
    forget: (view) => reply(async () => captures.forget(view)),
  };
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
