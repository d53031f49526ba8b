import { PROFILE_ROWS, type ViewProfile } from '../silhouette/index.ts';
import { cmPerPxAt, rowYPxOf, type Camera } from './camera.ts';
import { LEVEL_COUNT, levelOf } from './shape-variables.ts';

/** A silhouette in centimetres: left and right edge of the trunk at the body levels, from the middle of the picture; NaN = not seen. */
export interface EdgeCurves {
  readonly leftCm: Float64Array;
  readonly rightCm: Float64Array;
}

/** Samples a profile at the body levels. A level takes the mean of the rows within half a level of it. */
export function edgeCurves(profile: ViewProfile, camera: Camera, statureCm: number): EdgeCurves {
  const sample = (edgesPx: Float32Array): Float64Array =>
    Float64Array.from({ length: LEVEL_COUNT }, (_, i) => {
      const from = rowYPxOf(camera, (levelOf(i) + 0.005) * statureCm);
      const to = rowYPxOf(camera, (levelOf(i) - 0.005) * statureCm);
      const middle = (from + to) / 2;
      return (meanBetween(profile, edgesPx, from, to) - camera.centreXPx) * cmPerPxAt(camera, middle);
    });
  return { leftCm: sample(profile.leftPx), rightCm: sample(profile.rightPx) };
}

function meanBetween(profile: ViewProfile, edgesPx: Float32Array, fromYPx: number, toYPx: number): number {
  const perRow = (profile.bottomYPx - profile.topYPx) / PROFILE_ROWS;
  const first = Math.max(0, Math.ceil((fromYPx - profile.topYPx) / perRow - 0.5));
  const last = Math.min(PROFILE_ROWS - 1, Math.floor((toYPx - profile.topYPx) / perRow - 0.5));
  const seen = [...edgesPx.subarray(first, last + 1)].filter((x) => !Number.isNaN(x));
  return seen.reduce((sum, x) => sum + x, 0) / seen.length;
}
