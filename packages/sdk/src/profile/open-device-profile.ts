import { createDeviceProfile } from './create-device-profile.ts';
import type { DeviceProfile } from './device-profile.ts';
import { createEncryptedStore, databaseName } from './encrypted-store.ts';
import { createMemoryStore } from './profile-store.ts';
import { createTabSignal } from './tab-signal.ts';

const PROFILES = new Map<string, DeviceProfile>();

/** The profile of this origin and site key; the same one for all that ask on this page. */
export function openDeviceProfile(siteKey = ''): DeviceProfile {
  const profile = PROFILES.get(siteKey) ?? createDeviceProfile({
    device: createEncryptedStore({ siteKey }), page: createMemoryStore(), tabs: createTabSignal(databaseName(siteKey)), now: () => Date.now(),
  });
  PROFILES.set(siteKey, profile);
  return profile;
}
