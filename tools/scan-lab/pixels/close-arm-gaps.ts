import type { RgbaImage } from '@vua/models/pose';
import type { BitMask } from '../../../packages/models/training/body/mask-png.ts';

type Place = readonly [x: number, y: number];

/** One arm of a front view, in shares of the picture's width and height. */
export interface ArmGap {
  readonly shoulder: Place;
  readonly elbow: Place;
  readonly wrist: Place;
  /** Middles of shoulders and hips: the trunk's axis. */
  readonly trunk: readonly [top: Place, bottom: Place];
  /** Share of the way down from shoulder to wrist along which the arm touches. */
  readonly reach: number;
}

/** Edge pixels are mixed with the background. */
const PURE_PX = 2;

/** The picture with the background between arm and trunk painted with the arm's own pixels, mirrored outwards row by row. */
export function closeArmGaps(image: RgbaImage, mask: BitMask, arms: readonly ArmGap[]): RgbaImage {
  const { widthPx, heightPx } = image;
  const data = Uint8ClampedArray.from(image.data);
  for (const arm of arms) {
    const inPx = ([x, y]: Place): Place => [x * widthPx, y * heightPx];
    const [shoulder, elbow, wrist] = [inPx(arm.shoulder), inPx(arm.elbow), inPx(arm.wrist)];
    const [top, bottom] = [inPx(arm.trunk[0]), inPx(arm.trunk[1])];
    const end = shoulder[1] + arm.reach * (wrist[1] - shoulder[1]);
    for (let y = Math.ceil(shoulder[1]); y <= end; y++) {
      const armX = y < elbow[1] ? xAt(shoulder, elbow, y) : xAt(elbow, wrist, y);
      const gap = gapIn(mask, y, Math.round(armX), Math.round(xAt(top, bottom, y)));
      if (gap !== undefined) paint(data, image, y, gap);
    }
  }
  return { data, widthPx, heightPx };
}

function xAt([x0, y0]: Place, [x1, y1]: Place, y: number): number {
  return y1 === y0 ? x0 : x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
}

interface Gap {
  /** Outermost and innermost pixel of the arm, first pixel of the trunk. */
  readonly outerX: number;
  readonly innerX: number;
  readonly trunkX: number;
  /** Direction from arm to trunk. */
  readonly step: 1 | -1;
}

function gapIn(mask: BitMask, y: number, armX: number, trunkAxisX: number): Gap | undefined {
  const person = (x: number): boolean => x >= 0 && x < mask.widthPx && mask.bits[y * mask.widthPx + x] === 1;
  if (!person(armX) || armX === trunkAxisX) return undefined;
  const step = trunkAxisX > armX ? 1 : -1;
  const before = (x: number): boolean => step * (trunkAxisX - x) > 0;
  let innerX = armX;
  while (person(innerX + step) && before(innerX)) innerX += step;
  if (!before(innerX)) return undefined;
  let trunkX = innerX + step;
  while (!person(trunkX) && before(trunkX)) trunkX += step;
  if (!person(trunkX)) return undefined;
  let outerX = armX;
  while (person(outerX - step)) outerX -= step;
  return { outerX, innerX, trunkX, step };
}

function paint(data: Uint8ClampedArray, { data: from, widthPx }: RgbaImage, y: number, { outerX, innerX, trunkX, step }: Gap): void {
  const pure = Math.max(1, step * (innerX - outerX) + 1 - 2 * PURE_PX);
  const first = innerX - step * PURE_PX;
  const [start, stop] = [innerX - step, trunkX + 2 * step];
  for (let x = start, i = 1; x !== stop; x += step, i++) {
    // There and back again through the arm: a triangle wave.
    const phase = i % (2 * pure);
    const source = first - step * (phase < pure ? phase : 2 * pure - 1 - phase);
    for (let k = 0; k < 3; k++) data[(y * widthPx + x) * 4 + k] = from[(y * widthPx + source) * 4 + k] as number;
  }
}
