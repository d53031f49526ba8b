import type { BodyPose, Landmark } from './body-pose.ts';
import { DETECTOR, LANDMARKER } from './constants.ts';
import { cropToTensor, SIGNED_RANGE, UNIT_RANGE } from './crop.ts';
import { decodePose } from './decode-pose.ts';
import { decodeDetections, type Detection } from './detection.ts';
import { createOneEuro } from './one-euro.ts';
import type { Affine } from './person-mask.ts';
import type { PoseRuntime } from './pose-runtime.ts';
import { changeRegion, gridToFrame, type Point, type Region, type RegionChange, regionFromPoints } from './region.ts';
import type { RgbaImage } from './rgba-image.ts';

export interface TrackRequest {
  /** Milliseconds, rising from frame to frame of one video. */
  readonly atMs: number;
  /** @default true */
  readonly wantMask?: boolean;
  /** Smooths the landmarks over time; leave it off for measuring. @default false */
  readonly smooth?: boolean;
  /** Looks for persons with the detector although one is being followed. @default false */
  readonly redetect?: boolean;
  /** Looks at the person a little differently, which makes errors of its own: for several looks at one picture. */
  readonly look?: RegionChange;
}

export interface Tracked {
  readonly pose: BodyPose;
  /** How many persons the detector saw when it last ran. */
  readonly personCount: number;
}

/** Follows one person through the frames of a video; the detector runs only when there is nobody to follow. */
export interface PoseTracker {
  /** @returns nothing when there is no person. */
  estimate(image: RgbaImage, request: TrackRequest): Promise<Tracked | undefined>;
  /** Forgets whom it followed. */
  reset(): void;
}

// MediaPipe `pose_landmark_filtering.pbtxt`.
const LANDMARK_FILTER = { minCutoffHz: 0.05, beta: 80, derivativeCutoffHz: 1 };
const AUXILIARY_FILTER = { minCutoffHz: 0.01, beta: 10, derivativeCutoffHz: 1 };

export function createPoseTracker(runtime: PoseRuntime): PoseTracker {
  // One crop for all frames: 0.8 MB of garbage less each.
  const crop256 = new Float32Array(LANDMARKER.inputPx ** 2 * 3);
  let region: Region | undefined;
  let personCount = 0;
  let smoothLandmarks = createOneEuro(LANDMARK_FILTER);
  let smoothAuxiliary = createOneEuro(AUXILIARY_FILTER);

  function reset(): void {
    region = undefined;
    smoothLandmarks = createOneEuro(LANDMARK_FILTER);
    smoothAuxiliary = createOneEuro(AUXILIARY_FILTER);
  }

  async function find(image: RgbaImage): Promise<Region | undefined> {
    const persons = await detectPersons(runtime, image);
    personCount = persons.length;
    return persons[0];
  }

  async function estimate(image: RgbaImage, request: TrackRequest): Promise<Tracked | undefined> {
    const found = region === undefined || request.redetect ? await find(image) : undefined;
    const usual = region ?? found;
    if (usual === undefined) return undefined;
    const crop = request.look ? changeRegion(usual, request.look) : usual;
    const input = cropToTensor(image, gridToFrame(crop, LANDMARKER.inputPx), LANDMARKER.inputPx, 'replicate', UNIT_RANGE, crop256);
    const outputs = await runtime.landmarks(input, request.wantMask ?? true);
    if (outputs.score < LANDMARKER.minScore) {
      reset();
      return undefined;
    }
    const { pose, auxiliary } = decodePose(outputs, crop, image.widthPx, image.heightPx);
    const [cx = 0, cy = 0, rx = 0, ry = 0] = smoothAuxiliary(auxiliary.flatMap(({ x, y }) => [x, y]), request.atMs, 1 / crop.sizePx);
    region = regionFromPoints({ x: cx, y: cy }, { x: rx, y: ry });
    const landmarks = request.smooth ? smoothed(pose.landmarks, smoothLandmarks, request.atMs, crop) : pose.landmarks;
    return { pose: { ...pose, landmarks }, personCount };
  }

  return { estimate, reset };
}

function smoothed(landmarks: readonly Landmark[], filter: ReturnType<typeof createOneEuro>, atMs: number, crop: Region): Landmark[] {
  const values = filter(landmarks.flatMap(({ x, y, z }) => [x, y, z]), atMs, 1 / crop.sizePx);
  return landmarks.map(({ visibility }, index) => ({
    x: values[index * 3] ?? 0, y: values[index * 3 + 1] ?? 0, z: values[index * 3 + 2] ?? 0, visibility,
  }));
}

/** Every person the detector sees in the image, the surest first, as crops for the landmark model. */
export async function detectPersons(runtime: PoseRuntime, image: RgbaImage): Promise<Region[]> {
  const toFrame = letterboxToFrame(image);
  const input = cropToTensor(image, toFrame, DETECTOR.inputPx, 'zero', SIGNED_RANGE);
  const { boxes, logits } = await runtime.detect(input);
  return decodeDetections(boxes, logits).map((detection) => regionOf(detection, toFrame));
}

/** Cell of the 224 x 224 input -> frame pixel: the frame fits whole, centred. */
function letterboxToFrame({ widthPx, heightPx }: RgbaImage): Affine {
  const side = Math.max(widthPx, heightPx);
  return gridToFrame({ xCentre: widthPx / 2, yCentre: heightPx / 2, sizePx: side, rotationRad: 0 }, DETECTOR.inputPx);
}

function regionOf({ values }: Detection, [a, , c, , e, f]: Affine): Region {
  const point = (k: number): Point => ({
    x: (values[4 + 2 * k] ?? 0) * DETECTOR.inputPx * a + c,
    y: (values[5 + 2 * k] ?? 0) * DETECTOR.inputPx * e + f,
  });
  return regionFromPoints(point(0), point(1));
}
