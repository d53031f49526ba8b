import type { RgbaImage } from '@vua/models/pose';

/** A camera that is held otherwise. Angles in degrees about the optical centre: pitch > 0 looks further down, roll > 0 turns the picture clockwise. */
export interface CameraMove {
  readonly pitchDeg: number;
  readonly rollDeg: number;
  /** Focal length over the picture's height. */
  readonly focal: number;
  /** How far the picture's contents move right and down, in picture heights. @default 0, 0 */
  readonly shift?: readonly [right: number, down: number];
  /** How much larger the contents get. @default 1 */
  readonly scale?: number;
}

type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** The picture that the moved camera takes, bilinear; what the first picture did not show repeats its border. */
export function moveCamera(image: RgbaImage, move: CameraMove): RgbaImage {
  const { widthPx, heightPx } = image;
  const toSource = sourceHomography(move, widthPx, heightPx);
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at += 4) sample(image, placeIn(toSource, x, y), data, at);
  }
  return { data, widthPx, heightPx };
}

/** Where a pixel of the moved camera's picture lies in the first picture: K R K^-1 after scale and shift are undone. */
export function sourceHomography({ pitchDeg, rollDeg, focal, shift = [0, 0], scale = 1 }: CameraMove, widthPx: number, heightPx: number): Homography {
  const [cx, cy, f] = [(widthPx - 1) / 2, (heightPx - 1) / 2, focal * heightPx];
  const [sinP, cosP] = [Math.sin((pitchDeg * Math.PI) / 180), Math.cos((pitchDeg * Math.PI) / 180)];
  const [sinR, cosR] = [Math.sin((rollDeg * Math.PI) / 180), Math.cos((rollDeg * Math.PI) / 180)];
  // Rays are (right, down, forward); first the roll is undone, then the pitch.
  const ray = (u: number, v: number, w: number): [number, number, number] => {
    const [right, down] = [cosR * u + sinR * v, cosR * v - sinR * u];
    return [right, cosP * down + sinP * w, cosP * w - sinP * down];
  };
  const column = (u: number, v: number, w: number): [number, number, number] => {
    const [right, down, forward] = ray(u, v, w);
    return [f * right + cx * forward, f * down + cy * forward, forward];
  };
  const unit = 1 / (scale * f);
  const a = column(unit, 0, 0);
  const b = column(0, unit, 0);
  const c = column(-(cx + shift[0] * heightPx) * unit, -(cy + shift[1] * heightPx) * unit, 1);
  return [a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]];
}

/** Applies a homography to a point. */
export function placeIn(h: Homography, x: number, y: number): [x: number, y: number] {
  const w = h[6] * x + h[7] * y + h[8];
  return [(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w];
}

function sample({ data, widthPx, heightPx }: RgbaImage, [x, y]: readonly [number, number], into: Uint8ClampedArray, at: number): void {
  const [px, py] = [Math.min(Math.max(x, 0), widthPx - 1), Math.min(Math.max(y, 0), heightPx - 1)];
  const [left, top] = [Math.min(Math.floor(px), widthPx - 2), Math.min(Math.floor(py), heightPx - 2)];
  const [fx, fy] = [px - left, py - top];
  const first = (top * widthPx + left) * 4;
  const below = first + widthPx * 4;
  for (let k = 0; k < 4; k++) {
    const upper = (data[first + k] as number) * (1 - fx) + (data[first + 4 + k] as number) * fx;
    const lower = (data[below + k] as number) * (1 - fx) + (data[below + 4 + k] as number) * fx;
    into[at + k] = upper * (1 - fy) + lower * fy;
  }
}
