import { describe, expect, it } from 'vitest';
import { answerFeatures, answerInputs } from './answer-features.ts';

describe('answers', () => {
  it.each([
    [{ statureCm: 170 }, 'stature', 3],
    [{ statureCm: 170, ageYears: 30 }, 'stature+age', 6],
    [{ statureCm: 170, massKg: 60 }, 'stature+mass', 6],
    [{ statureCm: 170, massKg: 60, ageYears: 30 }, 'stature+mass+age', 10],
  ] as const)('%o are %s with %i features', (profile, inputs, count) => {
    expect(answerInputs(profile)).toBe(inputs);
    expect(answerFeatures(profile)).toHaveLength(count);
  });

  it('takes the nearest age that was trained on', () => {
    expect(answerFeatures({ statureCm: 170, ageYears: 90 })).toEqual(answerFeatures({ statureCm: 170, ageYears: 60 }));
    expect(answerFeatures({ statureCm: 170, ageYears: 12 })).toEqual(answerFeatures({ statureCm: 170, ageYears: 18 }));
  });
});
