import type { BodyEstimate } from '@vua/models/body';

/**
 * Measurements that stay on the device for the next visit, for shoppers who agreed; for this origin and site key alone.
 * Nothing of it is sent. Nothing here throws or rejects: storage is a cache that may be missing, full, or emptied by the browser.
 *
 * What lies in the browser's database is encrypted (AES-256-GCM) by a key that no script can export.
 * It protects against whatever reads storage without using the key: a look at the developer tools, tools that copy storage, a copy that was carried off.
 * It does not protect against a script of the page, which can ask the same key to decrypt, nor against somebody who can read
 * the browser's own files: Chromium writes the key's bytes beside the ciphertext, and may leave both there for a while after a deletion.
 * See `docs/architecture.md`.
 */
export interface DeviceProfile {
  /** What is kept. What is too old or cannot be read is deleted by this call, and said once. */
  read(): Promise<ProfileReading>;
  /**
   * Keeps `body` in place of what was kept before. Without consent (`agreed: false`) keeps nothing, and deletes what was kept.
   * @param measuredAtMs when the body was measured, UTC milliseconds; the future counts as now. @default now
   */
  keep(body: BodyEstimate, consent: ProfileConsent, measuredAtMs?: number): Promise<KeepOutcome>;
  /** Deletes the key and what it encrypted, in all tabs. Call it too when consent is withdrawn. */
  forget(): Promise<ForgetOutcome>;
}

/** The shopper's answer to the question whether the measurements may stay on this device. */
export interface ProfileConsent {
  /** True only by an action of the shopper; a box that was ticked beforehand is no consent. */
  readonly agreed: boolean;
  /** Which wording was agreed to; 1-64 characters. */
  readonly textVersion: string;
  /** When, UTC milliseconds; the future counts as now. @default now */
  readonly agreedAtMs?: number;
}

export type ProfileReading =
  | {
    readonly status: 'kept';
    readonly body: BodyEstimate;
    /** UTC milliseconds. */
    readonly measuredAtMs: number;
    /** Whole days since then, at least 0. Bodies change: say how old it is. */
    readonly ageDays: number;
    readonly consent: { readonly textVersion: string; /** UTC milliseconds. */ readonly agreedAtMs: number };
    readonly lasts: ProfileLife;
  }
  /** Nothing is kept, or storage does not answer. */
  | { readonly status: 'none' }
  /** Older than {@link KEPT_DAYS}. It is deleted now. */
  | { readonly status: 'expired'; readonly measuredAtMs: number }
  /** Damaged or not ours, and deleted now; or `newer`: written by a later version of the SDK, and left to it. */
  | { readonly status: 'unreadable'; readonly reason: 'damaged' | 'newer' };

/** `device`: until it is forgotten, expires or the browser empties its storage. `page`: until the page closes, because the device keeps nothing. */
export type ProfileLife = 'device' | 'page';

export type KeepOutcome =
  | { readonly status: 'kept'; readonly lasts: ProfileLife; readonly measuredAtMs: number }
  /** `body-invalid`: no body estimate, no time, or no name of the wording. `unavailable`: the SDK's own code could not be loaded. */
  | { readonly status: 'refused'; readonly reason: 'no-consent' | 'body-invalid' | 'unavailable' };

export type ForgetOutcome =
  | { readonly status: 'forgotten' }
  /** Storage does not answer: what an earlier visit kept, if anything, may still be there. */
  | { readonly status: 'unreachable' };

/** How long a measured body is used. Bodies change. */
export const KEPT_DAYS = 365;
