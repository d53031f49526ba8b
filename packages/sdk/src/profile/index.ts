export { KEPT_DAYS } from './device-profile.ts';
export { openDeviceProfile } from './open-device-profile.ts';
export type { DeviceProfile, ForgetOutcome, KeepOutcome, ProfileConsent, ProfileLife, ProfileReading } from './device-profile.ts';
