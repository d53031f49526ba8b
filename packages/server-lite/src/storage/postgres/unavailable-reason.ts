import { DatabaseError } from 'pg';

/** SQLSTATE classes and codes that pass by themselves (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const CONNECTION = '08';
const OPERATOR_INTERVENTION = '57';
const PASSING = new Set(['40001', '40P01', '55P03', '53300', '25006', '28000', '3D000']);
/** Its disk or memory is full. */
const STORAGE_FULL = new Set(['53100', '53200', '53400']);

/** Why a commit failed, when that passes by itself; undefined for what is a bug. */
export function unavailableReason(error: unknown): 'unreachable' | 'storage-full' | undefined {
  // What the server did not say was said by the network or by `pg` itself: refused, reset, timed out.
  if (!(error instanceof DatabaseError)) return error instanceof TypeError ? undefined : 'unreachable';
  const { code = '' } = error;
  if (STORAGE_FULL.has(code)) return 'storage-full';
  return code.startsWith(CONNECTION) || code.startsWith(OPERATOR_INTERVENTION) || PASSING.has(code) ? 'unreachable' : undefined;
}
