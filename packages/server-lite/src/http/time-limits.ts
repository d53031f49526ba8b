/** Milliseconds. */
export interface TimeLimits {
  /** All of a request. */
  readonly requestTimeout: number;
  /** A connection on which nothing moves, as of a client that stopped reading. */
  readonly connectionTimeout: number;
  readonly http: { readonly headersTimeout: number; readonly connectionsCheckingInterval: number };
}

/** How long a client may take: who sends or reads drop by drop must not hold a connection for ever. */
export const TIME_LIMITS: TimeLimits = {
  // The largest is a megabyte.
  requestTimeout: 15_000,
  connectionTimeout: 60_000,
  // Node looks for those who are late only so often; its own 30 s would give them four times what they were granted.
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
};
