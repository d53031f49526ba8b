import type { BodyEstimate } from '@vua/models/body';
import { checkRecord } from './check-record.ts';
import { type DeviceProfile, type ForgetOutcome, KEPT_DAYS, type KeepOutcome, type ProfileConsent, type ProfileReading } from './device-profile.ts';
import type { ProfileStore, StoredRecord } from './profile-store.ts';
import { createQueue } from './queue.ts';
import type { TabSignal } from './tab-signal.ts';

export interface DeviceProfileDeps {
  /** Where profiles are kept. */
  readonly device: ProfileStore;
  /** Where they wait for the end of the page if the device keeps nothing. */
  readonly page: ProfileStore;
  /** How the pages of one shop tell each other that what they hold is out of date. */
  readonly tabs: TabSignal;
  /** UTC milliseconds. */
  readonly now: () => number;
}

const MS_PER_DAY = 86_400_000;

/** {@link DeviceProfile} on given stores. One for each page and site key: only then do its calls keep their order. */
export function createDeviceProfile({ device, page, tabs, now }: DeviceProfileDeps): DeviceProfile {
  // A deletion that overtook a write would leave behind what was to be deleted.
  const inOrder = createQueue();
  let stopHearing: (() => void) | undefined;

  const clearPage = async (): Promise<void> => {
    stopHearing?.();
    stopHearing = undefined;
    await page.clear();
  };

  const forget = async (): Promise<ForgetOutcome> => {
    await clearPage();
    tabs.tell();
    return { status: await device.clear() ? 'forgotten' : 'unreachable' };
  };

  const keep = async (body: BodyEstimate, consent: ProfileConsent, givenMs = now()): Promise<KeepOutcome> => {
    // A page may hand over anything, and only `true` is consent.
    const isAgreed: unknown = (consent as Partial<ProfileConsent> | undefined)?.agreed;
    if (isAgreed !== true) {
      await forget();
      return { status: 'refused', reason: 'no-consent' };
    }
    const measuredAtMs = Math.min(givenMs, now());
    const record = checkRecord({ body, measuredAtMs, consent: { textVersion: consent.textVersion, agreedAtMs: Math.min(consent.agreedAtMs ?? now(), now()) } });
    if (!record) return { status: 'refused', reason: 'body-invalid' };
    if (await device.write(record)) {
      await clearPage();
      tabs.tell();
      return { status: 'kept', lasts: device.lasts, measuredAtMs };
    }
    await page.write(record);
    stopHearing ??= tabs.hear(() => void inOrder(clearPage));
    return { status: 'kept', lasts: page.lasts, measuredAtMs };
  };

  const read = async (): Promise<ProfileReading> => {
    // Only what the device refused is held by the page, so it is the later one.
    const onPage = await page.read();
    const isOnPage = onPage.status === 'found';
    const reading = toReading(isOnPage ? onPage : await device.read(), isOnPage ? page : device, now());
    const isLost = reading.status === 'expired' || (reading.status === 'unreadable' && reading.reason === 'damaged');
    if (isLost) await forget();
    return reading;
  };

  return {
    read: () => inOrder(read),
    keep: (body, consent, measuredAtMs) => inOrder(() => keep(body, consent, measuredAtMs)),
    forget: () => inOrder(forget),
  };
}

function toReading(stored: StoredRecord, { lasts }: ProfileStore, nowMs: number): ProfileReading {
  if (stored.status === 'unreadable') return stored;
  if (stored.status !== 'found') return { status: 'none' };
  const { body, measuredAtMs, consent } = stored.record;
  // A clock that was set back makes nothing younger than new.
  const ageDays = Math.max(0, Math.floor((nowMs - measuredAtMs) / MS_PER_DAY));
  if (ageDays >= KEPT_DAYS) return { status: 'expired', measuredAtMs };
  return { status: 'kept', body, measuredAtMs, ageDays, consent, lasts };
}
