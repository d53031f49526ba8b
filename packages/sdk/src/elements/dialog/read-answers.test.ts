import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, readAnswers } from './read-answers.ts';

describe('readAnswers', () => {
  it('needs the height always, the weight only without pictures', () => {
    expect(readAnswers(EMPTY_DRAFT, 'answers')).toEqual({ ok: false, problems: { stature: 'stature-missing', mass: 'mass-missing' } });
    expect(readAnswers({ ...EMPTY_DRAFT, statureCm: '165' }, 'camera')).toEqual({ ok: true, profile: { statureCm: 165 } });
  });

  it('keeps what was said and nothing else', () => {
    expect(readAnswers({ ...EMPTY_DRAFT, statureCm: '1,65 m', mass: '56', age: '29', sex: 'female' }, 'answers'))
      .toEqual({ ok: true, profile: { statureCm: 165, massKg: 56, ageYears: 29, sex: 'female' } });
  });

  it('does not ask for the age with pictures, even when it was typed before', () => {
    expect(readAnswers({ ...EMPTY_DRAFT, statureCm: '165', age: 'x' }, 'photos')).toEqual({ ok: true, profile: { statureCm: 165 } });
  });

  it('never lets a number through that is out of range, whatever is typed', () => {
    const text = fc.oneof(fc.string({ maxLength: 8 }), fc.double().map(String), fc.integer({ min: -50, max: 400 }).map(String));
    fc.assert(fc.property(text, text, text, (statureCm, mass, age) => {
      const read = readAnswers({ ...EMPTY_DRAFT, statureCm, mass, age }, 'answers');
      const { statureCm: cm = 165, massKg = 60, ageYears = 30 } = read.ok ? read.profile : {};
      expect(cm >= 120 && cm <= 220 && massKg >= 25 && massKg <= 250 && ageYears >= 12 && ageYears <= 110).toBe(true);
    }));
  });
});
