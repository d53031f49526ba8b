import { createHash } from 'node:crypto';
import type { LearnedTrends } from '../fits/trend-version.ts';

/** Tells two fits apart by all that they learned, but not by how wide their intervals have become since. */
export function traceOf({ fit, shadow }: LearnedTrends): string {
  const json = JSON.stringify([fit, shadow], (key, value: unknown) => (key === 'changeWidening' || key === 'pathWidening' ? undefined : value));
  return createHash('sha256').update(json).digest('hex');
}
