import type { BodyProfile } from '@vua/models/body';
import { SdkError } from '../sdk-error.ts';
import { PROFILE_LIMITS } from './parse-profile.ts';

/** @throws {SdkError} `input-invalid` when a number of the profile is not one, or out of its range. */
export function checkProfile(profile: BodyProfile): void {
  for (const [name, { min, max }] of Object.entries(PROFILE_LIMITS)) {
    const value: unknown = profile[name as keyof typeof PROFILE_LIMITS];
    if (value === undefined && name !== 'statureCm') continue;
    if (typeof value === 'number' && value >= min && value <= max) continue;
    throw new SdkError('input-invalid', `${name} must be a number from ${min} to ${max}, got ${String(value)}`);
  }
}
