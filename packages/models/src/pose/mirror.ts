import type { BodyPose, Landmark, WorldLandmark } from './body-pose.ts';
import { KEYPOINT_INDEX, KEYPOINT_NAMES, type KeypointName } from './keypoint-names.ts';
import type { PersonMask } from './person-mask.ts';
import type { RgbaImage } from './rgba-image.ts';

/** The picture as a mirror shows it. A second look at the mirrored picture makes errors of its own. */
export function mirrorImage({ data, widthPx, heightPx }: RgbaImage): RgbaImage {
  const from = new Uint32Array(data.buffer, data.byteOffset, widthPx * heightPx);
  const to = new Uint32Array(from.length);
  for (let row = 0; row < from.length; row += widthPx) {
    for (let x = 0; x < widthPx; x += 1) to[row + x] = from[row + widthPx - 1 - x] ?? 0;
  }
  return { data: new Uint8ClampedArray(to.buffer), widthPx, heightPx };
}

/** What was seen in the mirrored picture, told for the picture itself: left and right change places. */
export function mirrorPose(pose: BodyPose): BodyPose {
  const lastX = pose.frameWidthPx - 1;
  return {
    ...pose,
    landmarks: OPPOSITES.map((index) => flipped(pose.landmarks[index] as Landmark, lastX)),
    worldLandmarks: OPPOSITES.map((index) => flipped(pose.worldLandmarks[index] as WorldLandmark, 0)),
    ...(pose.mask && { mask: mirrorMask(pose.mask, lastX) }),
  };
}

function flipped<T extends { readonly x: number }>(point: T, lastX: number): T {
  return { ...point, x: lastX - point.x };
}

function mirrorMask(mask: PersonMask, lastX: number): PersonMask {
  const [a, b, c, d, e, f] = mask.frameToMask;
  return { ...mask, frameToMask: [-a, b, c + a * lastX, -d, e, f + d * lastX] };
}

const OPPOSITES: readonly number[] = KEYPOINT_NAMES.map((name) => KEYPOINT_INDEX[opposite(name)]);

function opposite(name: KeypointName): KeypointName {
  return name.replace(/left|right/, (side) => (side === 'left' ? 'right' : 'left')) as KeypointName;
}
