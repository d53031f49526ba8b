import type { ConsentState } from '@vua/models/contracts';

/** What is known when the model could be tuned to the shopper. */
export interface FineTuneMoment {
  /** Whether the shop wants it. */
  readonly isOn: boolean;
  readonly consent: Pick<ConsentState, 'personalization'>;
  readonly isIdle: boolean;
  /** Undefined where the browser does not tell. */
  readonly isCharging: boolean | undefined;
  /** A mouse or the like, as a desktop has it. */
  readonly isDesktop: boolean;
}

/** Only where the shop and the shopper want it, and it costs neither of them: idle, and on a desktop or at the charger. */
export function mayFineTune({ isOn, consent, isIdle, isCharging, isDesktop }: FineTuneMoment): boolean {
  return isOn && consent.personalization === 'granted' && isIdle && (isDesktop || isCharging === true);
}
