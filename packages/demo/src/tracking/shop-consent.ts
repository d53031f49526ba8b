import type { ConsentState, TrackerConsent } from '@vua/sdk';

/** Of the texts in `consent-texts.ts`: a shopper who read another is asked again. */
export const CONSENT_TEXT_VERSION = 'cham-2026-11';

export const PURPOSES = ['analytics', 'personalization', 'statistics'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** An answer to each purpose. */
export type Decision = Readonly<Record<Purpose, 'granted' | 'denied'>>;

/** What the pages show of consent. */
export interface ShopConsent {
  readonly choices: ConsentState;
  /** Nobody answered to these texts yet. */
  readonly isAsked: boolean;
  /** The browser asks not to be tracked: analytics is denied, whatever is chosen. */
  readonly isRefusedByBrowser: boolean;
}

/** The same answer to all. */
export const decideAll = (choice: 'granted' | 'denied'): Decision => ({ analytics: choice, personalization: choice, statistics: choice });

interface SignallingNavigator {
  readonly globalPrivacyControl?: boolean;
  readonly doNotTrack?: string | null;
}

/** Global Privacy Control or Do Not Track. */
const isRefused = ({ globalPrivacyControl, doNotTrack }: SignallingNavigator): boolean => globalPrivacyControl === true || doNotTrack === '1' || doNotTrack === 'yes';

/** Who refused by their browser is not asked once more. */
export function readShopConsent(consent: Pick<TrackerConsent, 'read' | 'log'>, navigator: SignallingNavigator): ShopConsent {
  const refused = isRefused(navigator);
  return { choices: consent.read(), isRefusedByBrowser: refused, isAsked: !refused && consent.log().at(-1)?.textVersion !== CONSENT_TEXT_VERSION };
}
