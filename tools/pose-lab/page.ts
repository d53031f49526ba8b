import { type BodyPose, type PersonMask, type PoseRuntime, landmarkOf, sampleMask } from '@vua/models/pose';
import type { EngineName, ModelVariant } from '../../packages/sdk/src/inference/engine-name.ts';
import type { EngineAsset, LoadAsset, OpenPoseEngine, PoseEngine } from '../../packages/sdk/src/inference/pose-engine.ts';
import type { View } from '../../packages/sdk/src/inference/frame-reading.ts';
import { createPixelReader } from '../../packages/sdk/src/inference/read-pixels.ts';
import { readStill } from '../../packages/sdk/src/worker/read-still.ts';
import { writeProfile, type WrittenProfile } from '../../packages/models/training/body/written-profile.ts';
import { openTasksVisionEngine } from '../../packages/sdk/src/inference/tasks-vision-engine.ts';
import { tfjsEngine } from '../../packages/sdk/src/inference/tfjs/open-tfjs-engine.ts';
import { setWasmBackend } from '../../packages/sdk/src/inference/tfjs/wasm-backend.ts';
import { setWebglBackend } from '../../packages/sdk/src/inference/tfjs/webgl-backend.ts';
import { setWebgpuBackend } from '../../packages/sdk/src/inference/tfjs/webgpu-backend.ts';
import type { GoldenDifference } from '../golden-pose/golden.ts';
import { compareWithGolden } from './compare-with-golden.ts';
import { readWithPoseDetection } from './read-with-pose-detection.ts';
import { findRegion, openNetworks, poseInRegion } from './networks.ts';

/** How far two readings of one picture lie apart. */
export interface Comparison {
  /** Mean distance of the visible points of body and limbs (11-32), in torso lengths. */
  readonly meanTorso: number;
  /** Intersection over union of the masks at probability 0.5. */
  readonly maskIou: number;
}

/** The functions of the page, called from Node. Poses stay in the page under a name. */
export interface PoseLab {
  open(name: string, engine: EngineName, variant: ModelVariant, encoding: 'quantized' | 'half'): Promise<EngineName>;
  /** Reads a picture with as many passes as asked and keeps the last. @returns whether there is a person. */
  read(key: string, engine: string, url: string, passes: number): Promise<boolean>;
  /**
   * Reads a picture with the landmark networks of both encodings on the very same crop, which the half-float detector found:
   * keeps the poses under `${key}-half` and `${key}-quantized`. WebAssembly only. @returns whether there is a person.
   */
  readSameCrop(key: string, variant: ModelVariant, url: string): Promise<boolean>;
  /** Reads a picture with `@tensorflow-models/pose-detection`. @returns the names of its keypoints; none when there is no person. */
  readReference(key: string, variant: ModelVariant, url: string): Promise<readonly string[]>;
  /** Largest differences to golden outputs; runs on the backend that was opened last. @param golden folder, ends with a slash. */
  compareWithGolden(variant: ModelVariant, encoding: 'quantized' | 'half', golden: string): Promise<GoldenDifference>;
  compare(a: string, b: string): Comparison;
  /** Largest differences of landmarks (pixels of the frame) and of mask cells on the same crop. */
  largestDifference(a: string, b: string): { landmarksPx: number; mask: number };
  compareWithTruth(key: string, maskUrl: string): Promise<number>;
  /** The silhouettes that one photo gives for measuring, all looks, as the scan worker takes them; none when it refuses. */
  silhouettes(engine: string, url: string, view: View): Promise<readonly WrittenProfile[]>;
  pose(key: string): BodyPose | undefined;
  close(name: string): void;
}

const load = async (asset: EngineAsset): Promise<ArrayBuffer> => (await fetch(`/asset/${asset}`)).arrayBuffer();
let wasm: Promise<void> | undefined;
const setWasm = (from: LoadAsset) => (wasm ??= from('tfjs-wasm').then(setWasmBackend));
const OPEN: Readonly<Record<EngineName, OpenPoseEngine>> = {
  wasm: tfjsEngine('wasm', setWasm), webgl: tfjsEngine('webgl', setWebglBackend), webgpu: tfjsEngine('webgpu', setWebgpuBackend),
  'tasks-vision': openTasksVisionEngine,
};
const networks = new Map<string, Promise<PoseRuntime>>();
const pixelsOf = createPixelReader();
const engines = new Map<string, PoseEngine>();
const poses = new Map<string, BodyPose>();

const picture = async (url: string) => {
  const { data, ...size } = await pixelsOf(await createImageBitmap(await (await fetch(url)).blob()));
  return { data: data.slice(), ...size };
};

const lab: PoseLab = {
  async open(name, engine, variant, encoding) {
    const opened = await OPEN[engine](load, { variant, encoding });
    engines.set(name, opened);
    return opened.name;
  },
  async read(key, name, url, passes) {
    const engine = need(engines.get(name), name);
    const image = await picture(url);
    engine.reset();
    poses.delete(key);
    for (let pass = 0; pass < passes; pass++) {
      const tracked = await engine.estimate(image, { atMs: pass * 33 });
      if (tracked) poses.set(key, tracked.pose);
    }
    return poses.has(key);
  },
  async readSameCrop(key, variant, url) {
    await setWasm(load);
    const image = await picture(url);
    const region = await findRegion(await networksOf(variant, 'half'), image);
    if (region === undefined) return false;
    for (const encoding of ['half', 'quantized'] as const) poses.set(`${key}-${encoding}`, await poseInRegion(await networksOf(variant, encoding), image, region));
    return true;
  },
  async readReference(key, variant, url) {
    const found = await readWithPoseDetection(variant, await createImageBitmap(await (await fetch(url)).blob()));
    if (found) poses.set(key, found.pose);
    return found?.names ?? [];
  },
  compareWithGolden: async (variant, encoding, golden) => compareWithGolden(await networksOf(variant, encoding), variant, golden),
  compare(a, b) {
    const [first, second] = [need(poses.get(a), a), need(poses.get(b), b)];
    return { meanTorso: distance(first, second), maskIou: first.mask === undefined ? NaN : iou(first, (x, y) => (second.mask ? sampleMask(second.mask, x, y) : 0)) };
  },
  largestDifference(a, b) {
    const [first, second] = [need(poses.get(a), a), need(poses.get(b), b)];
    const far = first.landmarks.map((point, index) => Math.hypot(point.x - (second.landmarks[index]?.x ?? NaN), point.y - (second.landmarks[index]?.y ?? NaN)));
    const cells = need(second.mask, 'mask').probability;
    const mask = need(first.mask, 'mask').probability.reduce((most, value, cell) => Math.max(most, Math.abs(value - (cells[cell] ?? NaN))), 0);
    return { landmarksPx: Math.max(...far), mask };
  },
  async compareWithTruth(key, maskUrl) {
    const truth = await picture(maskUrl);
    return iou(need(poses.get(key), key), (x, y) => (truth.data[(y * truth.widthPx + x) * 4] ?? 0) / 255);
  },
  async silhouettes(name, url, view) {
    const still = await readStill(need(engines.get(name), name), await createImageBitmap(await (await fetch(url)).blob()), view);
    return still.ok ? still.frames.map(({ profile }) => writeProfile(profile)) : [];
  },
  pose(key) {
    const pose = poses.get(key);
    return pose && { ...pose, mask: undefined };
  },
  close(name) {
    engines.get(name)?.dispose();
    engines.delete(name);
  },
};

/** Opened once for each kind: there is memory for all four. */
function networksOf(variant: ModelVariant, encoding: 'quantized' | 'half'): Promise<PoseRuntime> {
  const key = `${variant}-${encoding}`;
  const opened = networks.get(key) ?? openNetworks(load, variant, encoding);
  networks.set(key, opened);
  return opened;
}

const BODY_FROM = 11;

function distance(a: BodyPose, b: BodyPose): number {
  const torso = torsoPx(a);
  const seen = a.landmarks.flatMap((point, index) => {
    const other = b.landmarks[index];
    return index >= BODY_FROM && point.visibility > 0.5 && other ? [Math.hypot(point.x - other.x, point.y - other.y) / torso] : [];
  });
  return seen.reduce((sum, one) => sum + one, 0) / seen.length;
}

function torsoPx(pose: BodyPose): number {
  const middle = (left: 'left_shoulder' | 'left_hip', right: 'right_shoulder' | 'right_hip') => {
    const [p, q] = [landmarkOf(pose, left), landmarkOf(pose, right)];
    return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
  };
  const [shoulders, hips] = [middle('left_shoulder', 'right_shoulder'), middle('left_hip', 'right_hip')];
  return Math.hypot(shoulders.x - hips.x, shoulders.y - hips.y);
}

function iou(pose: BodyPose, other: (x: number, y: number) => number): number {
  const mask: PersonMask = need(pose.mask, 'mask');
  let both = 0;
  let either = 0;
  for (let y = 0; y < pose.frameHeightPx; y++) {
    for (let x = 0; x < pose.frameWidthPx; x++) {
      const inA = sampleMask(mask, x, y) > 0.5;
      const inB = other(x, y) > 0.5;
      if (inA && inB) both++;
      if (inA || inB) either++;
    }
  }
  return both / either;
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the lab has no ${what}`);
  return value;
}

Object.assign(globalThis, { poseLab: lab });
