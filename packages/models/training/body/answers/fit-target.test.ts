import { describe, expect, it } from 'vitest';
import type { AnswerSample } from './answer-sample.ts';
import { fitTarget } from './fit-target.ts';

const profile = { statureCm: 170, massKg: 65, ageYears: 30, sex: 'female' } as const;
const xs = Array.from({ length: 60 }, (_, i) => (i * 7) % 10);
const sample = (value: number, otherSurvey: boolean): AnswerSample => ({ profile, value, weight: otherSurvey ? 0.1 : 1, otherSurvey });

describe('fitTarget', () => {
  it('finds the rule of the own survey beside another that is off by a constant', () => {
    const samples = [...xs.map((x) => sample(1 + 2 * x, false)), ...xs.map((x) => sample(1.5 + 2 * x, true))];
    const { weights, errors } = fitTarget(samples, [...xs, ...xs].map((x) => [1, x]));
    expect(weights).toHaveLength(2);
    expect(weights[0]).toBeCloseTo(1, 2);
    expect(weights[1]).toBeCloseTo(2, 2);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.02);
  });

  it('judges everybody by weights that do not know them', () => {
    const samples = xs.map((x, i) => sample(i === 0 ? 100 : 2 * x, false));
    const { errors } = fitTarget(samples, xs.map((x) => [1, x]));
    // Whoever is fitted pulls the line towards themself; who is left out does not.
    expect(errors[0]).toBeCloseTo(100, 1);
  });
});
