import type { OpenEngine } from '../size-finder.ts';

/** What the elements of a page have in common. */
export interface RecommendationServices {
  /** Ends with a slash. */
  readonly apiUrl: URL;
  readonly siteKey: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** Advises sizes. */
  readonly openEngine: OpenEngine;
}
