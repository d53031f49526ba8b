import type { Authenticator, Permission } from '../http/access.ts';
import { createCache } from './create-cache.ts';
import type { ApiKeyRepository } from './keys/api-key-repository.ts';
import { readCredential, sameHash, type KeyCredential } from './keys/key-credential.ts';
import { stateOf } from './keys/key-state.ts';
import type { PeopleDirectory } from './people/read-token.ts';
import type { TenantRepository } from './tenant-repository.ts';

export interface AuthenticatorDeps {
  readonly tenants: Pick<TenantRepository, 'findSite'>;
  readonly keys: Pick<ApiKeyRepository, 'find'>;
  /** Absent: nobody signs in with a token. */
  readonly people?: PeopleDirectory;
  /** UTC milliseconds. @default the clock of the process */
  readonly now?: () => number;
  /** How long a site or a key is believed before the database is asked again; within it a revocation reaches every process. @default 3000 */
  readonly ttlMs?: number;
}

const TTL_MS = 3000;
// A site key is public, so a database that is away need not keep the pages out; secret keys are believed no longer than their time.
const SITE_STALE_MS = 600_000;
// Compared with when there is no such key, so that it takes the time of a wrong secret.
const NO_HASH = '0'.repeat(64);
const SITE_KEY = /^site_[a-z0-9]{8,40}$/;

/** Finds who asks, in the database by way of a short memory. */
export function createAuthenticator({ tenants, keys, people, now = () => Date.now(), ttlMs = TTL_MS }: AuthenticatorDeps): Authenticator {
  const findSite = createCache({
    ttlMs,
    staleMs: SITE_STALE_MS,
    load: async (siteKey) => {
      const site = await tenants.findSite(siteKey);
      return site === undefined ? undefined : { tenantId: site.tenantId, origins: new Set(site.origins) };
    },
  });
  const findKey = createCache({
    ttlMs,
    load: async (id) => {
      const key = await keys.find(id);
      return key === undefined ? undefined : { ...key, permissions: new Set<Permission>(key.permissions) };
    },
  });
  const findHolder = async ({ keyId, secretHash }: KeyCredential): ReturnType<Authenticator['findBearer']> => {
    const key = await findKey(keyId);
    const isRight = sameHash(secretHash, key?.secretHash ?? NO_HASH);
    if (key === undefined || !isRight || stateOf(key, now()) !== 'valid') return undefined;
    return { kind: 'key', tenantId: key.tenantId, id: key.id, permissions: key.permissions };
  };
  return {
    findSite: async (siteKey) => (SITE_KEY.test(siteKey) ? findSite(siteKey) : undefined),
    findBearer: async (credential) => {
      const key = readCredential(credential);
      if (key !== undefined) return findHolder(key);
      return people?.findPerson(credential);
    },
  };
}
