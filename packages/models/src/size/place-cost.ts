import type { ScalePlace, ScaleZone } from './size-scale.ts';

/** Too tight cannot be worn, too loose can. */
export const TIGHT_FACTOR = 1.5;

/** Only to choose between ranges that overlap: far below any misfit that can be felt. */
export const CENTRE_FACTOR = 1e-4;

/** How badly a place fits a body of `cm` at this zone, in squared steps; 0 is best. Convex in `cm`, so that larger bodies never get smaller sizes. */
export function placeCost({ minCm, maxCm, centreCm }: ScalePlace, cm: number, stepCm: number): number {
  const tight = cm > maxCm ? (cm - maxCm) / stepCm : 0;
  const loose = cm < minCm ? (minCm - cm) / stepCm : 0;
  const offCentre = (cm - centreCm) / stepCm;
  return TIGHT_FACTOR * tight * tight + loose * loose + CENTRE_FACTOR * offCentre * offCentre;
}

/** Centimetres at which two neighbouring places of a zone fit equally well. */
export function borderCm(lower: ScalePlace, upper: ScalePlace): number {
  if (upper.minCm < lower.maxCm) return (lower.centreCm + upper.centreCm) / 2;
  const tight = Math.sqrt(TIGHT_FACTOR);
  return (tight * lower.maxCm + upper.minCm) / (tight + 1);
}

/** Number of the place that fits a body best: 0 is below the chart, 1 the first size. `bodyCm` in the order of the scale's zones. */
export function bestPlace(scale: readonly ScaleZone[], bodyCm: readonly number[]): number {
  const costs = (scale[0]?.places ?? []).map((_, index) => scale.reduce((sum, { places, weight, stepCm }, k) => {
    const place = places[index];
    return sum + (place ? weight * placeCost(place, bodyCm[k] ?? 0, stepCm) : 0);
  }, 0));
  return costs.indexOf(Math.min(...costs));
}
