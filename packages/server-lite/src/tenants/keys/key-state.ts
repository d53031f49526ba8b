import type { ApiKey } from '../tenant.ts';

/** What a key is worth at a time. Its end belongs to the time in which it is refused. */
export function stateOf({ expiresMs, revokedMs }: Pick<ApiKey, 'expiresMs' | 'revokedMs'>, nowMs: number): 'valid' | 'expired' | 'revoked' {
  if (revokedMs !== undefined) return 'revoked';
  return expiresMs !== undefined && nowMs >= expiresMs ? 'expired' : 'valid';
}
