import { describe, expect, it } from 'vitest';
import { answerGaussian } from '../../src/body/answers/answer-gaussian.ts';
import { cell } from '../../src/body/linear-algebra.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/measurement-name.ts';
import { fitAnswers } from './fit-answers.ts';
import { madePeople } from './answers/testing/made-people.ts';

const people = [...madePeople(500, 'female', 1), ...madePeople(500, 'male', 2)];
const heavy = madePeople(200, 'female', 3).map(({ profile, measurements }) => ({ profile: { ...profile, ageYears: 70 }, measurements: { upperArm: 0.17 * profile.statureCm * (1 + 0.01 * ((profile.massKg * 7) % 5)), hip: (measurements.hip ?? NaN) * 1.02 } }));
const answers = fitAnswers({ ansur: people, nhanes: heavy, profiles: [] }, ['chest', 'waistNavel', 'hip', 'upperArm']);
const profile = { statureCm: 170, massKg: 26 * 1.7 ** 2, ageYears: 38, sex: 'female' } as const;
const at = (name: MeasurementName): number => MEASUREMENT_NAMES.indexOf(name);

describe('fitAnswers', () => {
  it('finds the rule that made people follow', () => {
    const { mean, covariance } = answerGaussian(profile, 'female', { answers });
    expect(mean[at('chest')]).toBeCloseTo(Math.log(0.6), 1.8);
    expect(mean[at('hip')]).toBeCloseTo(Math.log(0.59), 1.8);
    expect(Math.sqrt(cell(covariance, at('waistNavel'), at('waistNavel')))).toBeGreaterThan(0.035);
    expect(Math.sqrt(cell(covariance, at('waistNavel'), at('waistNavel')))).toBeLessThan(0.045);
  });

  it('takes from another survey how bodies change, not how it lays the tape', () => {
    const alone = fitAnswers({ ansur: people, nhanes: [], profiles: [] }, ['hip']);
    const [withOther, without] = [answers, alone].map((each) => answerGaussian(profile, 'female', { answers: each }).mean[at('hip')] as number) as [number, number];
    // The other survey's hips are 2 % longer.
    expect(Math.abs(withOther - without)).toBeLessThan(0.003);
  });

  it('is less sure without the mass', () => {
    const sd = (told: { statureCm: number; massKg?: number }): number => Math.sqrt(cell(answerGaussian(told, 'male', { answers }).covariance, at('chest'), at('chest')));
    expect(sd({ statureCm: 175 })).toBeGreaterThan(1.5 * sd({ statureCm: 175, massKg: 80 }));
  });

  it('gives the same weights again', () => {
    expect(fitAnswers({ ansur: people, nhanes: heavy, profiles: [] }, ['chest', 'waistNavel', 'hip', 'upperArm'])).toEqual(answers);
  });
});
