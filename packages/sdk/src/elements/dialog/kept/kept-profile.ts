import type { BodyEstimate } from '@vua/models/body';
import type { DeviceProfile } from '../../../profile/index.ts';
import type { KeptState } from './kept-state.ts';

/** Which wording of "keep my measurements" was agreed to; another wording is another version. */
const CONSENT_TEXT = 'keep-on-device-1';

/** Keeping the body for the next visit, as the dialog shows it. */
export class KeptProfile {
  readonly #profile: DeviceProfile | undefined;
  readonly #update: (kept: KeptState) => void;

  constructor(profile: DeviceProfile | undefined, update: (kept: KeptState) => void) {
    this.#profile = profile;
    this.#update = update;
  }

  /** What an earlier visit left; `off` without a profile. */
  async find(): Promise<KeptState> {
    const reading = await this.#profile?.read();
    if (!reading) return { status: 'off' };
    if (reading.status !== 'kept') return { status: 'none' };
    const { body, measuredAtMs, ageDays, lasts } = reading;
    return { status: 'kept', lasts, found: { body, measuredAtMs, ageDays } };
  }

  /** @param measuredAtMs absent: now */
  async keep(body: BodyEstimate, measuredAtMs?: number): Promise<void> {
    const outcome = await this.#profile?.keep(body, { agreed: true, textVersion: CONSENT_TEXT }, measuredAtMs);
    this.#update(outcome?.status === 'kept' ? { status: 'kept', lasts: outcome.lasts } : { status: 'failed' });
  }

  async forget(): Promise<void> {
    const outcome = await this.#profile?.forget();
    this.#update({ status: outcome?.status === 'forgotten' ? 'gone' : 'stuck' });
  }
}
