import { MEASUREMENT_NAMES, type MeasurementName } from '../measurement-name.ts';

/** Something told about a body: a weighted sum of log(measurement / S) is this value, give or take. */
export interface Observation {
  /** In the order of `MEASUREMENT_NAMES`. */
  readonly coefficients: readonly number[];
  readonly value: number;
  /** Standard deviation of the error that is this observation's own. */
  readonly sd: number;
  /** Standard deviation of an error that all observations with one share, such as the taste of the one person who wears several brands. @default 0 */
  readonly sharedSd?: number;
}

export function coefficientsOf(weights: Readonly<Partial<Record<MeasurementName, number>>>): number[] {
  return MEASUREMENT_NAMES.map((name) => weights[name] ?? 0);
}
