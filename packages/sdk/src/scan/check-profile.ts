import type { BodyProfile } from '@vua/models/body';
import { SdkError } from '../sdk-error.ts';
import { PROFILE_LIMITS } from './parse-profile.ts';
import { isPlausibleBuild } from './plausible-build.ts';

const SEXES: readonly unknown[] = ['female', 'male', undefined];

/**
 * @throws {SdkError} `input-invalid` when a number of the profile is not one or out of its range, or the sex is none that is known;
 * `input-implausible` when each number can be, but hardly weight and height of one person.
 */
export function checkProfile(profile: BodyProfile): void {
  if (typeof profile !== 'object' || profile === null) throw new SdkError('input-invalid', 'the profile must be an object');
  if (!SEXES.includes(profile.sex)) throw new SdkError('input-invalid', `sex must be 'female', 'male' or absent, got ${String(profile.sex)}`);
  for (const [name, { min, max }] of Object.entries(PROFILE_LIMITS)) {
    const value: unknown = profile[name as keyof typeof PROFILE_LIMITS];
    if (value === undefined && name !== 'statureCm') continue;
    if (typeof value === 'number' && value >= min && value <= max) continue;
    throw new SdkError('input-invalid', `${name} must be a number from ${min} to ${max}, got ${String(value)}`);
  }
  const { statureCm, massKg } = profile;
  if (!isPlausibleBuild(statureCm, massKg)) throw new SdkError('input-implausible', `massKg ${String(massKg)} does not go with statureCm ${statureCm}`);
}
