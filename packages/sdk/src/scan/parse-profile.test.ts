import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProfile } from './check-profile.ts';
import { isPlausibleBuild } from './plausible-build.ts';
import { parseAge, parseFeetAndInches, parseMass, parseStature } from './parse-profile.ts';

describe('parseStature', () => {
  it.each([
    ['170', 170], [' 170 cm ', 170], ['165,5', 165.5], ['165.5cm', 165.5], ['1,70 m', 170], ['1.7', 170], ['1m70', 170], ['1m7', 170],
    ['1m05', undefined], ['2.2', 220], ["5'7\"", 170.18], ['5 ft 7 in', 170.18], ['5’7”', 170.18], ['5 feet', 152.4], ['67 in', 170.18], ['120', 120], ['220', 220],
  ])('reads %j', (text, statureCm) => {
    expect(parseStature(text)).toEqual(statureCm === undefined ? { ok: false, problem: 'stature-out-of-range' } : { ok: true, value: statureCm });
  });

  it.each([
    ['', 'stature-missing'], ['  ', 'stature-missing'], ['tall', 'stature-not-a-number'], ['1e2', 'stature-not-a-number'], ['١٧٠', 'stature-not-a-number'], ['0x96', 'stature-not-a-number'], ['-170', 'stature-not-a-number'], [`${'1'.repeat(50_000)}x`, 'stature-not-a-number'], ['9'.repeat(50_000), 'stature-out-of-range'], ['NaN', 'stature-not-a-number'], ['Infinity', 'stature-not-a-number'],
    ['1e3', 'stature-not-a-number'], ['-170', 'stature-not-a-number'], ['170 kg', 'stature-not-a-number'], ['0x99', 'stature-not-a-number'],
    ['119.9', 'stature-out-of-range'], ['220.1', 'stature-out-of-range'], ['0', 'stature-out-of-range'], ["3'", 'stature-out-of-range'], ['99999999999', 'stature-out-of-range'],
  ])('refuses %j', (text, problem) => {
    expect(parseStature(text)).toEqual({ ok: false, problem });
  });

  it('never gives a number out of range, whatever is typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.stringMatching(/^[0-9.,' "ftincm]{0,12}$/)), (text) => {
      const parsed = parseStature(text);
      expect(!parsed.ok || (parsed.value >= 120 && parsed.value <= 220)).toBe(true);
    }));
  });

  it('reads every height in centimetres and in inches alike', () => {
    fc.assert(fc.property(fc.integer({ min: 48, max: 86 }), (inches) => {
      const [feet, rest] = [Math.floor(inches / 12), inches % 12];
      expect(parseFeetAndInches(String(feet), String(rest))).toEqual(parseStature(String(inches * 2.54)));
    }));
  });
});

it('reads weight, in pounds too, and lets it be left out', () => {
  expect(parseMass('58,5 kg')).toEqual({ ok: true, value: 58.5 });
  expect(parseMass('')).toEqual({ ok: true, value: undefined });
  expect(parseMass('128 lb')).toEqual({ ok: true, value: 128 * 0.45359237 });
  expect(parseMass('128', 'lb')).toEqual(parseMass('128 pounds', 'kg'));
  expect(parseMass('heavy')).toEqual({ ok: false, problem: 'mass-not-a-number' });
  expect(parseMass('24')).toEqual({ ok: false, problem: 'mass-out-of-range' });
});

it('reads age', () => {
  expect(parseAge('30')).toEqual({ ok: true, value: 30 });
  expect(parseAge('')).toEqual({ ok: true, value: undefined });
  expect(parseAge('3.5')).toEqual({ ok: false, problem: 'age-not-a-number' });
  expect(parseAge('11')).toEqual({ ok: false, problem: 'age-out-of-range' });
});

it.each([
  { statureCm: Number.NaN }, { statureCm: 119 }, { statureCm: 221 }, { statureCm: '170' as unknown as number }, { statureCm: 170, massKg: 5 }, { statureCm: 170, ageYears: Infinity },
  { statureCm: 170, sex: '__proto__' as 'male' }, null as unknown as { statureCm: number }, 170 as unknown as { statureCm: number },
])('refuses the profile %o', (profile) => {
  expect(() => checkProfile(profile)).toThrowError(expect.objectContaining({ code: 'input-invalid' }));
});

it.each([
  [120, 250], [120, 101], [220, 58], [165, 32.6], [165, 191],
])('refuses %i cm with %f kg by a name of its own, whatever else was told', (statureCm, massKg) => {
  for (const sex of [undefined, 'female', 'male'] as const) expect(() => checkProfile({ statureCm, massKg, sex })).toThrowError(expect.objectContaining({ code: 'input-implausible' }));
});

it('takes every build that a survey has seen with its girths, and no number of pounds more or less than those', () => {
  // NHANES 2017-18: the least and the greatest body mass index of those whose waist or hip was taken.
  for (const [statureCm, massKg] of [[157.7, 32.8], [151.5, 32.6], [165.3, 185], [170.3, 197.7]] as const) expect(() => checkProfile({ statureCm, massKg })).not.toThrow();
  fc.assert(fc.property(fc.double({ min: 120, max: 220, noNaN: true }), fc.double({ min: 25, max: 250, noNaN: true }), (statureCm, massKg) => {
    const massIndex = massKg / (statureCm / 100) ** 2;
    expect(isPlausibleBuild(statureCm, massKg)).toBe(massIndex >= 12 && massIndex <= 70);
  }));
});

it('takes a profile with a stature alone', () => {
  expect(() => checkProfile({ statureCm: 170 })).not.toThrow();
});
