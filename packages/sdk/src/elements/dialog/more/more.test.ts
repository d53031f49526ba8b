import { describe, expect, it } from 'vitest';
import { type BodyEstimate, genericSize } from '@vua/models/body';
import type { SizeChart } from '@vua/models/contracts';
import { intervalGain } from './interval-gain.ts';
import { moreQuestions } from './more-questions.ts';
import { isToldNothing, laterAnswers } from './told-more.ts';

const range = { minCm: 90, maxCm: 96 };
const chartOf = (zone: 'chest' | 'inseam'): SizeChart => ({ id: 'c', garmentType: 'shirt', fit: 'regular', rows: [{ label: 'M', body: { [zone]: range } }] });
const body = (source: BodyEstimate['source'], profile: Partial<BodyEstimate['profile']>, halfCm = 4): BodyEstimate => ({
  source, profile: { statureCm: 165, ...profile }, measurements: { chest: { meanCm: 92, p5Cm: 92 - halfCm, p95Cm: 92 + halfCm } },
});

describe('further questions', () => {
  it('leave out what is known, and what no zone of the chart needs', () => {
    expect(moreQuestions(body('answers', { massKg: 56 }), chartOf('chest'))).toEqual(['sex', 'usual-size', 'bust', 'shoulders']);
    expect(moreQuestions(body('camera', {}), chartOf('inseam'))).toEqual(['mass', 'usual-size', 'legs']);
    expect(moreQuestions(body('camera', { massKg: 56 }), undefined)).toEqual(['usual-size', 'tummy', 'bust', 'shoulders', 'legs']);
  });

  it('become what the models take', () => {
    expect(laterAnswers({ massKg: 56, letter: 'M', ownSize: 'M', cues: { legs: 'long' } }, 'male', chartOf('chest'))).toEqual({
      massKg: 56, cues: { legs: 'long' }, usualSizes: [genericSize('male', 'M'), { chest: range }],
    });
    expect(laterAnswers({ letter: 'M', ownSize: 'gone' }, undefined, chartOf('chest'))).toEqual({ cues: {}, usualSizes: [] });
  });

  it('know that a cut alone, or an answer taken back, tells nothing', () => {
    expect([{}, { cut: 'male' as const }, { cues: { legs: undefined } }, { letter: undefined }].map(isToldNothing)).toEqual([true, true, true, true]);
    expect([{ letter: 'M' as const }, { cues: { legs: 'long' as const } }, { massKg: 56 }].map(isToldNothing)).toEqual([false, false, false]);
  });
});

describe('the gain', () => {
  it('is that of the zone that decides, where it was measured', () => {
    const [first, now] = [body('camera', {}, 4), body('camera', {}, 3)];
    expect(intervalGain(first, now, [{ zone: 'stature', decisive: true }, { zone: 'chest', decisive: false }])).toEqual({ zone: 'chest', beforeCm: 4, nowCm: 3 });
    expect(intervalGain(first, now, [{ zone: 'stature', decisive: true }])).toBeUndefined();
  });
});
