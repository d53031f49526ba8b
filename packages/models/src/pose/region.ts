import type { Affine } from './person-mask.ts';

/** The turned square of the frame that the landmark model looks at. Pixels of the frame, radians clockwise in the picture. */
export interface Region {
  readonly xCentre: number;
  readonly yCentre: number;
  readonly sizePx: number;
  readonly rotationRad: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

// MediaPipe `RectTransformation` of the pose ROI: the square is 1.25 times the circle round the body.
const SCALE = 1.25;

/** Region from the hip centre and a point on the circle round the body, both in frame pixels. */
export function regionFromPoints(centre: Point, onCircle: Point): Region {
  const dx = onCircle.x - centre.x;
  const dy = onCircle.y - centre.y;
  return {
    xCentre: centre.x,
    yCentre: centre.y,
    sizePx: 2 * Math.hypot(dx, dy) * SCALE,
    rotationRad: normalizeAngle(Math.PI / 2 - Math.atan2(-dy, dx)),
  };
}

/** How a second look differs from the first: the square is larger or smaller, and turned. */
export interface RegionChange {
  readonly scale: number;
  readonly turnRad: number;
}

export function changeRegion(region: Region, { scale, turnRad }: RegionChange): Region {
  return { ...region, sizePx: region.sizePx * scale, rotationRad: region.rotationRad + turnRad };
}

/** Cell (u, v) of a `cells` x `cells` grid over the region -> frame pixel. MediaPipe's convention: cell (0, 0) is the corner, no half pixel. */
export function gridToFrame(region: Region, cells: number): Affine {
  const step = region.sizePx / cells;
  const cos = Math.cos(region.rotationRad) * step;
  const sin = Math.sin(region.rotationRad) * step;
  const half = cells / 2;
  return [cos, -sin, region.xCentre - (cos - sin) * half, sin, cos, region.yCentre - (sin + cos) * half];
}

/** Inverse of {@link gridToFrame}. */
export function frameToGrid(region: Region, cells: number): Affine {
  const step = cells / region.sizePx;
  const cos = Math.cos(region.rotationRad) * step;
  const sin = Math.sin(region.rotationRad) * step;
  const half = cells / 2;
  const { xCentre, yCentre } = region;
  return [cos, sin, half - cos * xCentre - sin * yCentre, -sin, cos, half + sin * xCentre - cos * yCentre];
}

function normalizeAngle(angle: number): number {
  return angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
}
