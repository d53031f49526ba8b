import type { BodyProfile } from './body-estimate.ts';
import type { AnswerInputs } from './body-model.ts';

/** Which of the optional answers are there. */
export function answerInputs({ massKg, ageYears }: BodyProfile): AnswerInputs {
  if (massKg !== undefined) return ageYears === undefined ? 'stature+mass' : 'stature+mass+age';
  return ageYears === undefined ? 'stature' : 'stature+age';
}

const YOUNGEST = 18;
/** The oldest of ANSUR II, rounded up. */
export const OLDEST_OF_ANSUR = 60;
/** From here on bodies change differently: heavier than BMI 32, older than 45. */
const KINK = { bmi: 32, ageYears: 45 } as const;

const logBmi = (bmi: number): number => 5 * Math.log(bmi / 26);
const decades = (ageYears: number): number => (ageYears - 40) / 20;

/**
 * Powers and products up to the second degree of log stature, log BMI and age, centred on usual adults, then the kinks of BMI and age.
 * @param oldest age beyond which nobody was trained on: the nearest is taken
 */
export function answerFeatures({ statureCm, massKg, ageYears }: BodyProfile, oldest: number = OLDEST_OF_ANSUR): number[] {
  const values = [10 * Math.log(statureCm / 170)];
  const kinks: number[] = [];
  if (massKg !== undefined) {
    const bmi = logBmi(massKg / (statureCm / 100) ** 2);
    values.push(bmi);
    kinks.push(Math.max(0, bmi - logBmi(KINK.bmi)));
  }
  if (ageYears !== undefined) {
    const age = Math.min(oldest, Math.max(YOUNGEST, ageYears));
    values.push(decades(age));
    kinks.push(Math.max(0, decades(age) - decades(KINK.ageYears)));
  }
  return [1, ...values, ...values.flatMap((a, i) => values.slice(i).map((b) => a * b)), ...kinks];
}

/** Bodies beyond these are as uncertain as those at the limit: few or none were measured. */
const SPREAD_LIMITS = { statureCm: [145, 200], bmi: [17, 45] } as const;

/** What the doubt depends on: a constant, log stature, log BMI and age, as in `answerFeatures`. */
export function spreadFeatures({ statureCm, massKg, ageYears }: BodyProfile, oldest: number = OLDEST_OF_ANSUR): number[] {
  const clamp = (value: number, [from, to]: readonly [number, number]): number => Math.min(to, Math.max(from, value));
  const out = [1, 10 * Math.log(clamp(statureCm, SPREAD_LIMITS.statureCm) / 170)];
  if (massKg !== undefined) out.push(logBmi(clamp(massKg / (statureCm / 100) ** 2, SPREAD_LIMITS.bmi)));
  if (ageYears !== undefined) out.push(decades(clamp(ageYears, [YOUNGEST, oldest])));
  return out;
}
