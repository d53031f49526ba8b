import fc from 'fast-check';
import { type BodyEstimate, type BodyProfile, MEASUREMENT_NAMES, type MeasurementEstimate, type MeasurementName, type Sex, type SexEstimate } from '@vua/models/body';

// JSON has no -0.
const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true }).map((value) => value + 0);

const estimate: fc.Arbitrary<MeasurementEstimate> = fc.tuple(between(1, 400), between(1, 400), between(1, 400)).map((given) => {
  const [p5Cm, meanCm, p95Cm] = given.sort((a, b) => a - b);
  return { meanCm, p5Cm, p95Cm };
});

const profile: fc.Arbitrary<BodyProfile> = fc.record({
  statureCm: between(120, 220), massKg: between(25, 250), sex: fc.constantFrom('female' as const, 'male' as const), ageYears: between(12, 110),
}, { requiredKeys: ['statureCm'] });

const correlationOf = (names: readonly MeasurementName[]): fc.Arbitrary<BodyEstimate['correlation']> =>
  fc.array(between(-1, 1), { minLength: names.length ** 2, maxLength: names.length ** 2 }).map((values) => ({
    names, matrix: names.map((_, i) => names.map((__, j) => (i === j ? 1 : (values[Math.min(i, j) * names.length + Math.max(i, j)] ?? 0)))),
  }));

const measuredOf = (names: readonly MeasurementName[]) => ({ measurements: fc.record(Object.fromEntries(names.map((name) => [name, estimate]))), correlation: correlationOf(names) });

const sexOf = (sex: Sex, names: readonly MeasurementName[]): fc.Arbitrary<SexEstimate> =>
  fc.record({ sex: fc.constant(sex), weight: between(0, 1), ...measuredOf(names) }, { requiredKeys: ['sex', 'weight', 'measurements'] });

/** Any body estimate that the type and its docstrings allow. */
export const bodyArbitrary: fc.Arbitrary<BodyEstimate> = fc.uniqueArray(fc.constantFrom(...MEASUREMENT_NAMES)).chain((names) => fc.record({
  source: fc.constantFrom('camera' as const, 'answers' as const),
  profile,
  ...measuredOf(names),
  sexes: fc.tuple(sexOf('female', names), sexOf('male', names)),
}, { requiredKeys: ['source', 'profile', 'measurements'] }));
