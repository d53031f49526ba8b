import type { BodySamples, PackedScale } from './best-places.ts';
import { POINT_COUNT } from './normal-points.ts';
import { TOLERANCE_CM } from './size-scale.ts';

/**
 * Share (0-1) of the bodies that at least one of these places holds at every one of these zones, its ranges widened by `TOLERANCE_CM`.
 * Never more than the share of any single zone.
 *
 * @param zones numbers of zones of the scale.
 */
export function fitShare(packed: PackedScale, { cm }: BodySamples, places: readonly number[], zones: readonly number[]): number {
  let held = 0;
  for (let i = 0; i < POINT_COUNT; i++) {
    for (const place of places) {
      if (!isHeld(packed, cm, i, place, zones)) continue;
      held++;
      break;
    }
  }
  return held / POINT_COUNT;
}

function isHeld({ placeCount, minCm, maxCm }: PackedScale, bodiesCm: Float64Array, i: number, place: number, zones: readonly number[]): boolean {
  for (const k of zones) {
    const cm = bodiesCm[k * POINT_COUNT + i] as number;
    const at = k * placeCount + place;
    if (cm < (minCm[at] as number) - TOLERANCE_CM || cm > (maxCm[at] as number) + TOLERANCE_CM) return false;
  }
  return true;
}
