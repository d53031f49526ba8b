import { createHash } from 'node:crypto';
import type { LiveFit } from '../fits/fit-record.ts';

/** Tells two fits apart by all that they learned, but not by how wide their intervals have become since. */
export function traceOf({ fit, shadow }: Pick<LiveFit, 'fit' | 'shadow'>): string {
  const json = JSON.stringify([fit, shadow], (key, value: unknown) => (key === 'changeWidening' || key === 'pathWidening' ? undefined : value));
  return createHash('sha256').update(json).digest('hex');
}
