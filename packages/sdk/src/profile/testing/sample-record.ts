import { type BodyEstimate, MEASUREMENT_NAMES } from '@vua/models/body';
import type { ProfileRecord } from '../profile-record.ts';

/** A body with all measurements; each number has so many digits that it is found nowhere by chance. `seed` makes others. */
export function sampleBody(seed = 1): BodyEstimate {
  const value = (index: number): number => 30.123457 + seed + index * 3.7182818;
  const measurements = Object.fromEntries(MEASUREMENT_NAMES.map((name, index) => [name, { meanCm: value(index), p5Cm: value(index) - 1.8462915, p95Cm: value(index) + 2.0394716 }]));
  const matrix = MEASUREMENT_NAMES.map((_, i) => MEASUREMENT_NAMES.map((__, j) => 0.8372619 ** Math.abs(i - j)));
  return { source: 'camera', profile: { statureCm: 165.738291, massKg: 57.291847, sex: 'female', ageYears: 29 }, measurements, correlation: { names: MEASUREMENT_NAMES, matrix } };
}

export function sampleRecord(seed = 1): ProfileRecord {
  return { body: sampleBody(seed), measuredAtMs: 1_790_000_000_000 + seed, consent: { textVersion: 'keep-1', agreedAtMs: 1_790_000_000_500 + seed } };
}
