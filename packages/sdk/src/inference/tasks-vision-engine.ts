import { PoseLandmarker, type PoseLandmarkerResult } from '@mediapipe/tasks-vision';
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import type { BodyPose, Landmark, RgbaImage, Tracked, TrackRequest } from '@vua/models/pose';
import { cropSquare } from './crop-square.ts';
import type { LoadAsset, PoseEngine, PoseEngineOptions } from './pose-engine.ts';
import { reduceMask } from './reduce-mask.ts';
import { startWasm } from './start-wasm.ts';

const MAX_PERSONS = 2;
/** What the lite networks take once they are warm (measured: 65 MiB). */
const RESERVED_BYTES = 66 * 2 ** 20;
const EMPTY_PICTURE: RgbaImage = { data: new Uint8ClampedArray(64 * 64 * 4), widthPx: 64, heightPx: 64 };

/**
 * MediaPipe's own runtime, pinned to 0.10.35: from 1.0 on it reports usage to a third party.
 * Its loader, WebAssembly and weights come from checked bytes; it makes no request.
 */
export async function openTasksVisionEngine(load: LoadAsset, { variant }: PoseEngineOptions): Promise<PoseEngine> {
  const [bytes, task] = await Promise.all([load('tasks-vision-wasm'), load(`${variant}-task`)]);
  const wasm = startWasm(bytes, RESERVED_BYTES);
  // The library takes both from the global scope and clears them; paths would make it fetch by itself.
  Object.assign(globalThis, { ModuleFactory, Module: { instantiateWasm: wasm.instantiateWasm } });
  const opening = PoseLandmarker.createFromOptions({ wasmLoaderPath: '', wasmBinaryPath: 'vision.wasm' }, {
    baseOptions: { modelAssetBuffer: new Uint8Array(task), delegate: 'CPU' },
    runningMode: 'VIDEO', numPoses: MAX_PERSONS, outputSegmentationMasks: true,
  });
  const landmarker = await wasm.checked(() => Promise.race([opening, wasm.failure]));
  let lastMs = 0;
  let stale = false;
  let closed = false;
  return {
    name: 'tasks-vision',
    variant,
    estimate: (image, request) => wasm.checked(async () => {
      if (stale) await restart(landmarker);
      stale = false;
      lastMs = Math.max(lastMs + 1, request.atMs);
      return read(landmarker, image, request, lastMs);
    }),
    // There is no door to its landmark network alone: an empty picture warms the detector.
    warmUp: () => wasm.checked(async () => void read(landmarker, EMPTY_PICTURE, { atMs: 0 }, ++lastMs)),
    reset: () => void (stale = true),
    dispose() {
      if (!closed) landmarker.close();
      closed = true;
    },
  };
}

/** The library has no reset; leaving the video mode makes its graph anew. */
async function restart(landmarker: PoseLandmarker): Promise<void> {
  await landmarker.setOptions({ runningMode: 'IMAGE' });
  await landmarker.setOptions({ runningMode: 'VIDEO' });
}

function read(landmarker: PoseLandmarker, image: RgbaImage, request: TrackRequest, atMs: number): Tracked | undefined {
  const picture = new ImageData(new Uint8ClampedArray(image.data), image.widthPx, image.heightPx);
  const result = landmarker.detectForVideo(picture, atMs);
  try {
    const pose = poseOf(result, image, request.wantMask ?? true);
    return pose && { pose, personCount: result.landmarks.length };
  } finally {
    result.close();
  }
}

function poseOf({ landmarks, worldLandmarks, segmentationMasks }: PoseLandmarkerResult, { widthPx, heightPx }: RgbaImage, wantMask: boolean): BodyPose | undefined {
  const [points] = landmarks;
  const [world] = worldLandmarks;
  if (points === undefined || world === undefined) return undefined;
  const mask = wantMask ? segmentationMasks?.[0] : undefined;
  const pose: BodyPose = {
    frameWidthPx: widthPx,
    frameHeightPx: heightPx,
    landmarks: points.map(({ x, y, z, visibility }): Landmark => ({ x: x * widthPx, y: y * heightPx, z: z * widthPx, visibility })),
    worldLandmarks: world.map(({ x, y, z }) => ({ x, y, z })),
    // The runtime gives poses above its threshold only and does not tell the probability.
    score: 1,
  };
  return mask ? { ...pose, mask: reduceMask(mask.getAsFloat32Array(), { widthPx: mask.width, heightPx: mask.height }, cropSquare(pose)) } : pose;
}
