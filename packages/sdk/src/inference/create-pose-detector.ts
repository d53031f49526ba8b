import type { Tensor3D } from '@tensorflow/tfjs-core';
import { type BodyPose, KEYPOINT_NAMES } from '@vua/models/pose';
import { frameMask, type SegmentationMask } from './frame-mask.ts';
import type { PoseEngine } from './pose-engine.ts';
import { pixelsOf } from './pixels-of.ts';

/** Pictures as `@tensorflow-models/pose-detection` takes them. A tensor is [height, width, 3] with values 0-255. */
export type PoseDetectorInput = Tensor3D | ImageData | HTMLVideoElement | HTMLImageElement | HTMLCanvasElement | ImageBitmap;

/** A body point: `x`, `y` in pixels of the picture, `z` in the same pixels (keypoints), or metres from the hips' middle (keypoints3D). */
export interface PoseKeypoint {
  x: number;
  y: number;
  z: number;
  /** Probability (0-1) that the point is in the picture and not hidden. */
  score: number;
  /** One of BlazePose's 33 names. */
  name: string;
}

/** One person, as `@tensorflow-models/pose-detection` gives it. */
export interface DetectedPose {
  keypoints: PoseKeypoint[];
  keypoints3D: PoseKeypoint[];
  /** Probability (0-1) that there is a person. */
  score: number;
  segmentation?: { maskValueToLabel: (maskValue: number) => string; mask: SegmentationMask };
}

export interface PoseDetectorOptions {
  /** Computes the person's mask. @default true */
  readonly enableSegmentation?: boolean;
  /** Smooths the points over the frames of a video. @default false */
  readonly enableSmoothing?: boolean;
}

/** `PoseDetector` of `@tensorflow-models/pose-detection` on an engine of this SDK. */
export interface EnginePoseDetector {
  /**
   * @param config `flipHorizontal` mirrors the result; there is never more than one person.
   * @param timestamp milliseconds, rising from frame to frame. @default the video's own time, or 33 ms after the last
   */
  estimatePoses(image: PoseDetectorInput, config?: { maxPoses?: number; flipHorizontal?: boolean }, timestamp?: number): Promise<DetectedPose[]>;
  reset(): void;
  dispose(): void;
}

const FRAME_MS = 33;

/** Wraps an open engine; `dispose` disposes of the engine. */
export function createPoseDetector(engine: PoseEngine, { enableSegmentation = true, enableSmoothing = false }: PoseDetectorOptions = {}): EnginePoseDetector {
  let lastMs = 0;
  return {
    async estimatePoses(image, { flipHorizontal = false } = {}, timestamp) {
      const atMs = timestamp ?? timeOf(image) ?? lastMs + FRAME_MS;
      lastMs = atMs;
      const tracked = await engine.estimate(await pixelsOf(image), { atMs, wantMask: enableSegmentation, smooth: enableSmoothing });
      return tracked ? [poseFrom(tracked.pose, flipHorizontal)] : [];
    },
    reset: () => engine.reset(),
    dispose: () => engine.dispose(),
  };
}

function timeOf(image: PoseDetectorInput): number | undefined {
  return 'currentTime' in image ? image.currentTime * 1000 : undefined;
}

function poseFrom(pose: BodyPose, flip: boolean): DetectedPose {
  const { landmarks, worldLandmarks, score, frameWidthPx } = pose;
  const mask = frameMask(pose, flip);
  const nameOf = (index: number): string => KEYPOINT_NAMES[index] ?? '';
  return {
    keypoints: landmarks.map(({ x, y, z, visibility }, index) => ({ x: flip ? frameWidthPx - 1 - x : x, y, z, score: visibility, name: nameOf(index) })),
    keypoints3D: worldLandmarks.map(({ x, y, z }, index) => ({ x: flip ? -x : x, y, z, score: landmarks[index]?.visibility ?? 0, name: nameOf(index) })),
    score,
    ...(mask && { segmentation: { maskValueToLabel, mask } }),
  };
}

/** @throws RangeError for anything but a whole number 0-255, as the package does. */
function maskValueToLabel(maskValue: number): string {
  if (!Number.isInteger(maskValue) || maskValue < 0 || maskValue > 255) throw new RangeError(`a mask value is a whole number 0-255, got ${maskValue}`);
  return 'person';
}
