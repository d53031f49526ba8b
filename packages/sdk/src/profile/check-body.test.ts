import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BodyProfile, estimateFromAnswers, loadBodyModel } from '@vua/models/body';
import { PROFILE_LIMITS } from '../scan/parse-profile.ts';
import { isBodyEstimate } from './check-body.ts';
import { sampleBody } from './testing/sample-record.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../../models/artifacts/body/body.bin', import.meta.url))).buffer);

const profiles: fc.Arbitrary<BodyProfile> = fc.record({
  statureCm: fc.double({ ...PROFILE_LIMITS.statureCm, noNaN: true }),
  massKg: fc.double({ ...PROFILE_LIMITS.massKg, noNaN: true }),
  ageYears: fc.integer(PROFILE_LIMITS.ageYears),
  sex: fc.constantFrom('female', 'male'),
}, { requiredKeys: ['statureCm'] });

it('takes whatever the answers give', () => {
  fc.assert(fc.property(profiles, (profile) => {
    expect(isBodyEstimate(estimateFromAnswers(profile, model))).toBe(true);
  }));
});

it.each(Object.entries(PROFILE_LIMITS))('takes the %s that the scan takes, and no others', (name, { min, max }) => {
  const body = sampleBody();
  const withValue = (value: number): unknown => ({ ...body, profile: { ...body.profile, [name]: value } });
  expect([min, max].map((value) => isBodyEstimate(withValue(value)))).toEqual([true, true]);
  expect([min - 1e-9, max + 1e-9, Number.NaN].map((value) => isBodyEstimate(withValue(value)))).toEqual([false, false, false]);
});
