import type { Refusal } from './reading.ts';

/** How events reach this page now. */
export type Connection =
  | { readonly status: 'connecting' }
  | { readonly status: 'live' }
  /** The stream does not come through: the server is asked every few seconds. */
  | { readonly status: 'polling' }
  | { readonly status: 'reconnecting' }
  /** The key opens nothing; over. */
  | { readonly status: 'refused'; readonly reason: Refusal };
