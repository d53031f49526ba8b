import type { MassRegression } from '../body-model.ts';
import { coefficientsOf, type Observation } from './observation.ts';

/** How exactly people know their mass, as a share. */
const TOLD_MASS_SD = 0.02;

/** What a told mass says of the measurements. */
export function massObservation({ targets, weights, sd }: MassRegression, massKg: number, statureCm: number): Observation {
  const [constant = 0, stature = 0, ...rest] = weights;
  return {
    coefficients: coefficientsOf(Object.fromEntries(targets.map((name, i) => [name, rest[i]]))),
    value: Math.log(massKg) - constant - stature * Math.log(statureCm),
    sd: Math.hypot(sd, TOLD_MASS_SD),
  };
}
