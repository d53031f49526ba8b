import type { PoseDetector } from '@tensorflow-models/pose-detection';
import type { BodyPose } from '@vua/models/pose';
import type { ModelVariant } from '../../packages/sdk/src/inference/engine-name.ts';

let detector: Promise<PoseDetector> | undefined;

/** BlazePose as `@tensorflow-models/pose-detection` runs it, on MediaPipe's solution of `@mediapipe/pose`. Needs WebGL. */
export async function readWithPoseDetection(variant: ModelVariant, picture: ImageBitmap): Promise<{ pose: BodyPose; names: readonly string[] } | undefined> {
  const { width: frameWidthPx, height: frameHeightPx } = picture;
  const poses = await (await (detector ??= openDetector(variant))).estimatePoses(picture);
  const [found] = poses;
  if (found === undefined) return undefined;
  const landmarks = found.keypoints.map(({ x, y, z = 0, score = 0 }) => ({ x, y, z, visibility: score }));
  const worldLandmarks = (found.keypoints3D ?? []).map(({ x, y, z = 0 }) => ({ x, y, z }));
  return { pose: { frameWidthPx, frameHeightPx, landmarks, worldLandmarks, score: found.score ?? 1 }, names: found.keypoints.map(({ name = '' }) => name) };
}

async function openDetector(variant: ModelVariant): Promise<PoseDetector> {
  await loadScript('/mediapipe/pose.js');
  const { createDetector, SupportedModels } = await import('@tensorflow-models/pose-detection');
  return createDetector(SupportedModels.BlazePose, { runtime: 'mediapipe', modelType: variant, enableSmoothing: false, solutionPath: '/mediapipe' });
}

function loadScript(url: string): Promise<void> {
  const script = document.createElement('script');
  script.src = url;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  script.addEventListener('load', () => resolve());
  script.addEventListener('error', () => reject(new Error(`${url} did not load`)));
  document.head.append(script);
  return promise;
}
