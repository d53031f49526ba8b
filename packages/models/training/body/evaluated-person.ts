import { MEASUREMENT_NAMES, type MeasureOutcome, type MeasurementName, type SeenRows } from '../../src/body/index.ts';
import type { TruthPair } from './error-summary.ts';
import { DATA_NAME } from './read-profiles.ts';

/** What was measured of one person, and what is known of them. */
export interface EvaluatedPerson {
  readonly id: string;
  /** Number of the capture where a person was captured several times. */
  readonly capture?: number;
  /** Measured from the pictures and the stature. */
  readonly statureOnly: MeasureOutcome;
  /** With mass and sex too; absent when the mass is not known. */
  readonly withMass?: MeasureOutcome;
  /** Absent when the worker does not tell. */
  readonly seen?: SeenRows;
  /** True measurements by their names in the data (`chest_cm`); any may be missing. */
  readonly truth?: Readonly<Record<string, number>>;
  /** True breadth and depth by cut (`torso_breadth_depth_cm`); any may be missing. */
  readonly widthTruth?: Readonly<Record<string, readonly [number, number]>>;
  /** Groups whose members are summed up apart, such as `{ sex: 'female', room: 'plain' }`; BMI is added from the truth. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** The two ways of measuring: from pictures and stature, and with mass and sex too. */
export type Pass = 'statureOnly' | 'withMass';

/** Estimates of one measurement beside the truths, of those people who have both. */
export function truthPairs(people: readonly EvaluatedPerson[], pass: Pass, name: MeasurementName): TruthPair[] {
  return people.flatMap((person) => {
    const outcome = person[pass];
    const truth = person.truth?.[DATA_NAME[name]];
    if (outcome?.status !== 'measured' || truth === undefined) return [];
    const estimate = outcome.body.measurements[name];
    return estimate === undefined ? [] : [{ truth, mean: estimate.meanCm, p5: estimate.p5Cm, p95: estimate.p95Cm }];
  });
}

/** As `truthPairs`, of all measurements together. */
export function pooledPairs(people: readonly EvaluatedPerson[], pass: Pass): TruthPair[] {
  return MEASUREMENT_NAMES.flatMap((name) => truthPairs(people, pass, name));
}

/** One value for each measurement that has pairs, under the data's names. */
export function byMeasurement<T>(people: readonly EvaluatedPerson[], pass: Pass, summed: (pairs: readonly TruthPair[]) => T): Record<string, T> {
  return Object.fromEntries(MEASUREMENT_NAMES.flatMap((name) => {
    const pairs = truthPairs(people, pass, name);
    return pairs.length === 0 ? [] : [[DATA_NAME[name], summed(pairs)]];
  }));
}
