/** The earlier of two ends, in UTC milliseconds; `undefined` is never. */
export function endOf(expiresMs: number | undefined, endsMs: number): number {
  return Math.min(expiresMs ?? Number.POSITIVE_INFINITY, endsMs);
}
