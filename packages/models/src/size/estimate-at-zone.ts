import type { BodyEstimate, MeasurementEstimate } from '../body/index.ts';
import type { BodyZone } from '../contracts/index.ts';

// Half of the 90 % interval of a stature that somebody types. Our choice: about 1 cm standard deviation.
const STATED_STATURE_HALF_CM = 1.6;

/**
 * What is known of the body at a zone; undefined when nothing is. Stature is what the shopper says.
 * Underbust and bust difference are neither measured nor asked.
 */
export function estimateAtZone({ measurements, profile }: BodyEstimate, zone: BodyZone): MeasurementEstimate | undefined {
  if (zone === 'underbust' || zone === 'bustDifference') return undefined;
  if (zone !== 'stature') return measurements[zone];
  const meanCm = profile.statureCm;
  return { meanCm, p5Cm: meanCm - STATED_STATURE_HALF_CM, p95Cm: meanCm + STATED_STATURE_HALF_CM };
}
