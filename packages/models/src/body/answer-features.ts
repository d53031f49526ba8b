import type { BodyProfile } from './body-estimate.ts';
import type { AnswerInputs } from './body-model.ts';

/** Which of the optional answers are there. */
export function answerInputs({ massKg, ageYears }: BodyProfile): AnswerInputs {
  if (massKg !== undefined) return ageYears === undefined ? 'stature+mass' : 'stature+mass+age';
  return ageYears === undefined ? 'stature' : 'stature+age';
}

/** Powers and products up to the second degree of log stature, log BMI and age, centred on usual adults. */
export function answerFeatures({ statureCm, massKg, ageYears }: BodyProfile): number[] {
  const values = [10 * Math.log(statureCm / 170)];
  if (massKg !== undefined) values.push(5 * Math.log(massKg / (statureCm / 100) ** 2 / 26));
  // The survey ends at these ages: beyond them the nearest is taken.
  if (ageYears !== undefined) values.push((Math.min(60, Math.max(18, ageYears)) - 40) / 20);
  return [1, ...values, ...values.flatMap((a, i) => values.slice(i).map((b) => a * b))];
}
