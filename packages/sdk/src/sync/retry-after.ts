/** Nobody is kept waiting longer, whatever a server says. */
const MOST_MS = 24 * 3_600_000;

/** How long a `Retry-After` header asks to wait: whole seconds, or a date (RFC 9110, section 10.2.3). Undefined where there is none or it makes no sense. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (text === '') return undefined;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isNaN(waitMs) ? undefined : Math.min(MOST_MS, Math.max(0, waitMs));
}
