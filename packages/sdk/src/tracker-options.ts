import { folderUrl } from './vua-options.ts';

/** What `createTracker` takes. */
export interface TrackerOptions {
  /** The shop's public key, `site_...`. */
  readonly siteKey: string;
  /** The Vừa server; absolute or relative to the page. */
  readonly apiUrl: string | URL;
  /**
   * The shop's own customer, as an HMAC-SHA-256 (43 characters of base64url) that the shop's backend made; asked for at each event.
   * Sent only with consent to personalization.
   */
  readonly customerId?: () => string | undefined;
  /** The arm of each running experiment; asked for at each event. */
  readonly arms?: () => Readonly<Record<string, string>> | undefined;
  /** A session ends after so long without an event. @default 30 minutes */
  readonly sessionTimeoutMs?: number;
  /** What else starts a session: coming from another campaign or another site; `CampaignOptions` in `sessions/arrival.ts` says how they are told. */
  readonly campaign?: { readonly parameters?: readonly string[]; readonly ownHosts?: readonly string[] };
  /** How long an event waits for company while the server can be reached. @default 5,000 */
  readonly maxWaitMs?: number;
  /** Events that the device keeps for sending; beyond it the oldest go. @default 5,000 */
  readonly maxEvents?: number;
  /** How long they are kept. @default 7 days */
  readonly maxAgeMs?: number;
}

export interface ResolvedTrackerOptions extends Required<Omit<TrackerOptions, 'apiUrl' | 'campaign'>>, Pick<TrackerOptions, 'campaign'> {
  /** Ends with a slash. */
  readonly apiUrl: URL;
}

const SITE_KEY = /^site_[a-z0-9]{8,40}$/;

const DEFAULTS = {
  customerId: () => undefined, arms: () => undefined,
  sessionTimeoutMs: 30 * 60_000, maxWaitMs: 5000, maxEvents: 5000, maxAgeMs: 7 * 86_400_000,
} as const;

/** @throws {TypeError} for something that is no site key, no address, or no positive number. */
export function resolveTrackerOptions(given: TrackerOptions, baseUrl: string | undefined = globalThis.document?.baseURI): ResolvedTrackerOptions {
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as TrackerOptions;
  const options = { ...DEFAULTS, ...named, apiUrl: folderUrl('apiUrl', given.apiUrl, baseUrl) };
  if (!SITE_KEY.test(options.siteKey)) throw new TypeError(`siteKey must be site_[a-z0-9]{8,40}: ${options.siteKey}`);
  for (const name of ['sessionTimeoutMs', 'maxWaitMs', 'maxEvents', 'maxAgeMs'] as const) {
    if (!(options[name] > 0)) throw new TypeError(`${name} must be > 0: ${String(options[name])}`);
  }
  return options;
}
