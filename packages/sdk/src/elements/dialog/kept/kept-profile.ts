import type { BodyEstimate } from '@vua/models/body';
import type { DeviceProfile, ProfileConsent } from '../../../profile/index.ts';
import type { KeptState } from './kept-state.ts';

/** Which wording of "keep my measurements" was agreed to; another wording is another version. */
const CONSENT_TEXT = 'keep-on-device-1';

/** Keeping the body for the next visit, as the dialog shows it. */
export class KeptProfile {
  readonly #profile: DeviceProfile | undefined;
  readonly #update: (kept: KeptState) => void;
  /** To what is kept now. */
  #consent: ProfileConsent | undefined;
  #ageDays = 0;

  constructor(profile: DeviceProfile | undefined, update: (kept: KeptState) => void) {
    this.#profile = profile;
    this.#update = update;
  }

  /** What an earlier visit left; `off` without a profile. */
  async find(): Promise<KeptState> {
    const reading = await this.#profile?.read();
    if (!reading) return { status: 'off' };
    if (reading.status !== 'kept') return { status: 'none' };
    const { body, measuredAtMs, ageDays, lasts, consent } = reading;
    this.#consent = { agreed: true, ...consent };
    this.#ageDays = ageDays;
    return { status: 'kept', lasts, found: { body, measuredAtMs, ageDays } };
  }

  /** By a press of the shopper. @param measuredAtMs of a body that an earlier visit kept; absent: now */
  async keep(body: BodyEstimate, measuredAtMs?: number): Promise<void> {
    this.#consent = { agreed: true, textVersion: CONSENT_TEXT };
    await this.replace(body, measuredAtMs);
  }

  /** The same body, surer than before: by the consent that was given to keeping it, in its words and at its time. */
  async replace(body: BodyEstimate, measuredAtMs?: number): Promise<void> {
    if (!this.#consent) return;
    const outcome = await this.#profile?.keep(body, this.#consent, measuredAtMs);
    const found = measuredAtMs !== undefined && { found: { body, measuredAtMs, ageDays: this.#ageDays } };
    this.#update(outcome?.status === 'kept' ? { status: 'kept', lasts: outcome.lasts, ...found } : { status: 'failed' });
  }

  async forget(): Promise<void> {
    this.#consent = undefined;
    const outcome = await this.#profile?.forget();
    this.#update({ status: outcome?.status === 'forgotten' ? 'gone' : 'stuck' });
  }
}
