import type { MeasurementStatistics } from '@vua/models/contracts';

/** `try-later`: the server said that it did not count it. `lost`: whether it was counted is not known, or it never will be. */
export type PostOutcome = 'counted' | 'try-later' | 'lost';

export interface PostDeps {
  /** Ends with a slash. */
  readonly apiUrl: URL;
  readonly siteKey: string;
  readonly fetch: typeof globalThis.fetch;
}

const LIMIT_MS = 15_000;
const NOT_COUNTED = [429, 503];

/** One request of its own, with nothing that tells whose it is. Never rejects. */
export async function postStatistics(answer: MeasurementStatistics, { apiUrl, siteKey, fetch }: PostDeps): Promise<PostOutcome> {
  const url = new URL('v1/measurement-statistics', apiUrl);
  url.searchParams.set('site', siteKey);
  try {
    const { ok, status } = await fetch(url, {
      method: 'POST', body: JSON.stringify(answer), headers: { 'content-type': 'application/json' },
      credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error', keepalive: true, signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (ok) return 'counted';
    return NOT_COUNTED.includes(status) ? 'try-later' : 'lost';
  } catch {
    return 'lost';
  }
}
