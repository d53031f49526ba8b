export interface RateLimit {
  readonly limit?: number;
  readonly remaining?: number;
  /** How long to wait, where it is told. */
  readonly retryAfterMs?: number;
}

/** What `x-userendpoint-ratelimit-limit`, `-remaining` and `Retry-After` (seconds, or a date) tell. A header that is missing or odd tells nothing. */
export function readRateLimit(headers: Pick<Headers, 'get'>, nowMs: number): RateLimit {
  const [limit, remaining] = ['limit', 'remaining'].map((name) => readCount(headers.get(`x-userendpoint-ratelimit-${name}`)));
  const retryAfterMs = readRetryAfter(headers.get('retry-after'), nowMs);
  return { ...(limit !== undefined && { limit }), ...(remaining !== undefined && { remaining }), ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

const readCount = (text: string | null): number | undefined => (text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined);

const DAY_MS = 86_400_000;

function readRetryAfter(text: string | null, nowMs: number): number | undefined {
  if (text === null) return undefined;
  const seconds = readCount(text);
  const ms = seconds === undefined ? Date.parse(text) - nowMs : seconds * 1000;
  // Nobody's header stops a source for longer than the limit that it may stand for.
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), DAY_MS) : undefined;
}
