import type { ScalePlace, ScaleZone } from './size-scale.ts';
import type { FitPreference } from './size-advice.ts';

// Too tight cannot be worn, too loose can.
const TIGHT_FACTOR = 1.5;

// Only to choose between ranges that overlap: far below any misfit that can be felt.
const CENTRE_FACTOR = 1e-4;

/** Part of a step by which a preference moves the body towards the neighbouring size. */
const PREFERENCE_STEPS: Readonly<Record<FitPreference, number>> = { close: -0.3, regular: 0, loose: 0.3 };

/** How badly a place fits a body of `cm` at this zone, in squared steps; 0 is best. Convex in `cm`, so that larger bodies never get smaller sizes. */
export function placeCost({ minCm, maxCm, centreCm }: ScalePlace, cm: number, stepCm: number): number {
  const tight = cm > maxCm ? (cm - maxCm) / stepCm : 0;
  const loose = cm < minCm ? (minCm - cm) / stepCm : 0;
  const offCentre = (cm - centreCm) / stepCm;
  return TIGHT_FACTOR * tight * tight + loose * loose + CENTRE_FACTOR * offCentre * offCentre;
}

/** The body as it counts for this preference; a preference never pushes a body out of the chart. */
export function preferredCm(cm: number, { stepCm, chartMinCm, chartMaxCm }: ScaleZone, preference: FitPreference): number {
  if (cm < chartMinCm || cm > chartMaxCm) return cm;
  return Math.min(chartMaxCm, Math.max(chartMinCm, cm + PREFERENCE_STEPS[preference] * stepCm));
}

/** Number of the place that fits a body best: 0 is below the chart, 1 the first size. `bodyCm` in the order of the scale's zones. */
export function bestPlace(scale: readonly ScaleZone[], bodyCm: readonly number[]): number {
  const count = scale[0]?.places.length ?? 0;
  let best = 0;
  let bestCost = Infinity;
  for (let index = 0; index < count; index++) {
    let cost = 0;
    for (let k = 0; k < scale.length; k++) {
      const zone = scale[k];
      const place = zone?.places[index];
      if (zone && place) cost += zone.weight * placeCost(place, bodyCm[k] ?? 0, zone.stepCm);
    }
    if (cost < bestCost) {
      bestCost = cost;
      best = index;
    }
  }
  return best;
}
