import { POINT_COUNT, normalPoints } from './normal-points.ts';
import type { ScaleZone } from './size-scale.ts';
import type { FitPreference } from './size-advice.ts';

/** Part of a step by which a preference moves the body towards the neighbouring size. */
const PREFERENCE_STEPS: Readonly<Record<FitPreference, number>> = { close: -0.3, regular: 0, loose: 0.3 };

// "Looser" is not the same for everybody. Our choice.
const PREFERENCE_SD_STEPS = 0.1;

/** The same preference as `POINT_COUNT` shoppers mean it, in steps; undefined for the cut as the chart has it. */
export function samplePreference(preference: FitPreference, dimension: number): Float64Array | undefined {
  const mean = PREFERENCE_STEPS[preference];
  if (mean === 0) return undefined;
  const points = normalPoints(dimension);
  return Float64Array.from({ length: POINT_COUNT }, (_, i) => mean + PREFERENCE_SD_STEPS * (points[i] as number));
}

/**
 * Bodies with `offCm` more as they count for their preferences, at one zone. A preference never pushes a body out of the chart.
 *
 * @param cm one body for each of `steps`.
 * @param preferred filled.
 */
export function prefer(cm: Float64Array, offCm: number, { stepCm, chartMinCm, chartMaxCm }: ScaleZone, steps: Float64Array, preferred: Float64Array): void {
  for (let i = 0; i < POINT_COUNT; i++) {
    const body = (cm[i] as number) + offCm;
    const isInside = body >= chartMinCm && body <= chartMaxCm;
    preferred[i] = isInside ? Math.min(chartMaxCm, Math.max(chartMinCm, body + (steps[i] as number) * stepCm)) : body;
  }
}
