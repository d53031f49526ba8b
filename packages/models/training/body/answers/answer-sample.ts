import { OLDEST_OF_ANSUR } from '../../../src/body/answer-features.ts';
import type { BodyProfile, Sex } from '../../../src/body/body-estimate.ts';
import type { MeasurementName } from '../../../src/body/measurement-name.ts';
import type { SurveyRow } from '../read-anthropometry.ts';
import type { BodyProfileRow } from '../read-profiles.ts';
import { withUntaped } from './with-untaped.ts';

/** A person of any source with answers and some measurements. */
export type AnsweredRow = Pick<SurveyRow, 'profile' | 'measurements'>;

/** Real people, and the synthetic ones for what no survey taped: the natural waist against the navel's, the back length. */
export interface AnswerSources {
  readonly ansur: readonly AnsweredRow[];
  readonly nhanes: readonly AnsweredRow[];
  /** None: natural waist and back length are not fitted. */
  readonly profiles: readonly BodyProfileRow[];
}

/** One person's value of one measurement. */
export interface AnswerSample {
  readonly profile: Required<BodyProfile>;
  /** log(measurement / S). */
  readonly value: number;
  readonly weight: number;
  /** Taped by another survey's definition: it says how a body changes with the answers, not how long the tape is. */
  readonly otherSurvey: boolean;
}

/**
 * NHANES has what ANSUR II lacks: the heavy and the old. It tapes the waist at the iliac crest and its people vary more, so ten of them
 * count as one of ANSUR II.
 */
const NHANES_WEIGHT = 0.1;
const OLDEST_OF_NHANES = 75;

/** People of one sex, ready to be sampled. */
export interface SexRows {
  readonly ansur: readonly AnsweredRow[];
  readonly nhanes: readonly AnsweredRow[];
}

export function rowsOf(sex: Sex, { ansur, nhanes, profiles }: AnswerSources): SexRows {
  const own = <T extends { readonly profile: Required<BodyProfile> }>(rows: readonly T[]): T[] => rows.filter(({ profile }) => profile.sex === sex);
  const bodies = profiles.filter((row) => row.sex === sex);
  return bodies.length === 0 ? { ansur: own(ansur), nhanes: own(nhanes) } : { ansur: withUntaped(own(ansur), bodies), nhanes: withUntaped(own(nhanes), bodies) };
}

/** Everybody who was taped there; the upper arm by NHANES only, since ANSUR II taped it flexed. */
export function samplesOf(name: MeasurementName, { ansur, nhanes }: SexRows): AnswerSample[] {
  const arm = name === 'upperArm';
  return [...arm ? [] : samples(name, ansur, 1, false), ...samples(name, nhanes, arm ? 1 : NHANES_WEIGHT, !arm)];
}

function samples(name: MeasurementName, rows: readonly AnsweredRow[], weight: number, otherSurvey: boolean): AnswerSample[] {
  return rows.flatMap(({ profile, measurements }) => {
    const cm = measurements[name];
    return cm === undefined || !(cm > 0) ? [] : [{ profile, value: Math.log(cm / profile.statureCm), weight, otherSurvey }];
  });
}

/** Age up to which people were taped there. */
export function oldestOf(name: MeasurementName): number {
  return name === 'upperArm' || name === 'waist' || name === 'waistNavel' || name === 'hip' ? OLDEST_OF_NHANES : OLDEST_OF_ANSUR;
}
