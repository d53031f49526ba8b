import type { ConsentRecord, ConsentState } from '@vua/models/contracts';

/** Nobody was asked, or nobody answered. */
export const UNKNOWN_CONSENT: ConsentState = { analytics: 'unknown', personalization: 'unknown', statistics: 'unknown' };

/** What a browser says on the shopper's behalf. */
export type BrowserSignal = Exclude<ConsentRecord['source'], 'shopper'>;

/** `chosen`, as far as the browser lets it: its signal counts as denied for analytics, whatever was chosen. */
export function applySignal(chosen: ConsentState, signal: BrowserSignal | undefined): ConsentState {
  return signal ? { ...chosen, analytics: 'denied' } : chosen;
}

/** Parts of `Navigator` that not all browsers have. */
export interface SignalSource {
  readonly globalPrivacyControl?: boolean;
  readonly doNotTrack?: string | null;
}

/** Global Privacy Control or Do Not Track, where the browser sends it. */
export function readSignal(given: SignalSource | undefined = globalThis.navigator): BrowserSignal | undefined {
  if (given?.globalPrivacyControl === true) return 'global-privacy-control';
  return given?.doNotTrack === '1' || given?.doNotTrack === 'yes' ? 'do-not-track' : undefined;
}
