import { describe, expect, it } from 'vitest';
import type { BodyProfileRow } from '../read-profiles.ts';
import { madePeople } from './testing/made-people.ts';
import { withUntaped } from './with-untaped.ts';

/** Synthetic bodies whose natural waist is 0.93 of the navel girth and whose back is 0.24 of the stature. */
const bodies = madePeople(50, 'female').map(({ profile, measurements: { waistNavel = NaN } }) => ({
  measurements: { stature_cm: profile.statureCm, mass_kg: profile.massKg, waist_navel_cm: waistNavel, waist_cm: 0.93 * waistNavel, back_waist_length_cm: 0.24 * profile.statureCm },
})) as unknown as BodyProfileRow[];

describe('withUntaped', () => {
  it('gives people what the synthetic bodies of their build have', () => {
    for (const { profile, measurements } of withUntaped(madePeople(20, 'female', 7), bodies)) {
      expect((measurements.waist ?? NaN) / (measurements.waistNavel ?? NaN)).toBeCloseTo(0.93, 3);
      expect((measurements.backWaistLength ?? NaN) / profile.statureCm).toBeCloseTo(0.24, 3);
    }
  });

  it('leaves people without a navel girth without a natural waist', () => {
    const [person] = madePeople(1, 'female');
    const [read] = withUntaped([{ profile: person?.profile ?? { statureCm: NaN, massKg: NaN, ageYears: NaN, sex: 'female' }, measurements: { hip: 100 } }], bodies);
    expect(read?.measurements.waist).toBeNaN();
  });
});
