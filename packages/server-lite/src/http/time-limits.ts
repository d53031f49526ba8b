/** How long a client may take: who sends or reads drop by drop must not hold a connection for ever. */
export const TIME_LIMITS = {
  /** All of a request; none of them is larger than 16 KiB. */
  requestTimeout: 15_000,
  /** A connection on which nothing moves, as of a client that stopped reading. */
  connectionTimeout: 60_000,
  http: { headersTimeout: 10_000 },
} as const;
