import { describe, expect, it } from 'vitest';
import { answerFeatures, answerInputs, spreadFeatures } from './answer-features.ts';

describe('answers', () => {
  it.each([
    [{ statureCm: 170 }, 'stature', 3],
    [{ statureCm: 170, ageYears: 30 }, 'stature+age', 7],
    [{ statureCm: 170, massKg: 60 }, 'stature+mass', 7],
    [{ statureCm: 170, massKg: 60, ageYears: 30 }, 'stature+mass+age', 12],
  ] as const)('%o are %s with %i features', (profile, inputs, count) => {
    expect(answerInputs(profile)).toBe(inputs);
    expect(answerFeatures(profile)).toHaveLength(count);
  });

  it('takes the nearest age that was trained on', () => {
    expect(answerFeatures({ statureCm: 170, ageYears: 90 })).toEqual(answerFeatures({ statureCm: 170, ageYears: 60 }));
    expect(answerFeatures({ statureCm: 170, ageYears: 12 })).toEqual(answerFeatures({ statureCm: 170, ageYears: 18 }));
  });

  it('takes the nearest age of what it is told is the oldest', () => {
    expect(answerFeatures({ statureCm: 170, ageYears: 90 }, 75)).toEqual(answerFeatures({ statureCm: 170, ageYears: 75 }, 75));
    expect(answerFeatures({ statureCm: 170, ageYears: 70 }, 75)).not.toEqual(answerFeatures({ statureCm: 170, ageYears: 75 }, 75));
  });

  it('bends at BMI 32 and at 45 years only', () => {
    const kinks = (massKg: number, ageYears: number): number[] => answerFeatures({ statureCm: 170, massKg, ageYears }).slice(-2);
    expect(kinks(92, 45)).toEqual([0, 0]);
    expect(kinks(93, 46).every((kink) => kink > 0)).toBe(true);
  });

  it('lets the doubt of extreme bodies be that of the limits', () => {
    expect(spreadFeatures({ statureCm: 170, massKg: 250 })).toEqual(spreadFeatures({ statureCm: 170, massKg: 200 }));
    expect(spreadFeatures({ statureCm: 170, massKg: 90 })).not.toEqual(spreadFeatures({ statureCm: 170, massKg: 60 }));
    expect(spreadFeatures({ statureCm: 170 })).toHaveLength(2);
  });
});
