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

  it.each(['answers', 'camera', 'photos'] as const)('asks to check height and weight that hardly go together, on the way of %s', (way) => {
    expect(readAnswers({ ...EMPTY_DRAFT, statureCm: '120', mass: '250' }, way)).toEqual({ ok: false, problems: { mass: 'mass-implausible' } });
    expect(readAnswers({ ...EMPTY_DRAFT, units: 'imperial', feet: '6', inches: '0', mass: '75' }, way)).toEqual({ ok: false, problems: { mass: 'mass-implausible' } });
    expect(readAnswers({ ...EMPTY_DRAFT, units: 'imperial', feet: '6', inches: '0', mass: '175' }, way)).toMatchObject({ ok: true });
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
