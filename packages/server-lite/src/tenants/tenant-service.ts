import { randomInt } from 'node:crypto';
import type { Permission } from '../http/access.ts';
import type { ApiKeyRepository } from './keys/api-key-repository.ts';
import { makeCredential } from './keys/key-credential.ts';
import { stateOf } from './keys/key-state.ts';
import type { ApiKey, Site } from './tenant.ts';
import type { TenantRepository, TenantWithSites } from './tenant-repository.ts';

export interface NewTenant {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** @default a new one */
  readonly siteKey?: string;
}

export interface NewKey {
  readonly tenantId: string;
  readonly permissions: readonly Permission[];
  /** UTC milliseconds. @default never */
  readonly expiresMs?: number;
}

/** A key at the only moment at which its secret is known. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly credential: string;
}

/** Makes shops and their keys, and ends keys. */
export interface TenantService {
  createTenant(tenant: NewTenant): Promise<Site | 'taken'>;
  listTenants(): Promise<readonly TenantWithSites[]>;
  /** Undefined: there is no such tenant. */
  createKey(key: NewKey): Promise<IssuedKey | undefined>;
  listKeys(tenantId: string): Promise<readonly ApiKey[]>;
  /** False: there is no such key of this tenant, or it was revoked before. */
  revokeKey(tenantId: string, keyId: string): Promise<boolean>;
  /** A new key with the same permissions; the old one works for `graceMs` more. Undefined: there is no such key of this tenant, or it works no longer. */
  rotateKey(tenantId: string, keyId: string, graceMs: number): Promise<IssuedKey | undefined>;
}

export interface TenantServiceDeps {
  readonly tenants: TenantRepository;
  readonly keys: ApiKeyRepository;
  /** UTC milliseconds. @default the clock of the process */
  readonly now?: () => number;
}

export function createTenantService({ tenants, keys, now = () => Date.now() }: TenantServiceDeps): TenantService {
  const findKeyOf = async (tenantId: string, keyId: string): Promise<ApiKey | undefined> => {
    const key = await keys.find(keyId);
    return key?.tenantId === tenantId ? key : undefined;
  };
  return {
    createTenant: async ({ id, name, origins, siteKey = makeSiteKey() }) => {
      const site: Site = { siteKey, tenantId: id, origins: [...new Set(origins)], createdMs: now() };
      return (await tenants.add({ id, name, createdMs: site.createdMs }, site)) === 'added' ? site : 'taken';
    },
    listTenants: () => tenants.list(),
    createKey: async (wanted) => {
      const known = (await tenants.list()).some(({ tenant }) => tenant.id === wanted.tenantId);
      if (!known) return undefined;
      const issued = issue(wanted, now());
      await keys.add(issued.key);
      return issued;
    },
    listKeys: (tenantId) => keys.list(tenantId),
    revokeKey: async (tenantId, keyId) => (await findKeyOf(tenantId, keyId)) !== undefined && keys.revoke(keyId, now()),
    rotateKey: async (tenantId, keyId, graceMs) => {
      const old = await findKeyOf(tenantId, keyId);
      const nowMs = now();
      if (old === undefined || stateOf(old, nowMs) !== 'valid') return undefined;
      const issued = issue({ tenantId, permissions: old.permissions, ...renewedEnd(old, nowMs) }, nowMs);
      return (await keys.replace(keyId, nowMs + graceMs, issued.key)) ? issued : undefined;
    },
  };
}

function issue({ tenantId, permissions, expiresMs }: NewKey, nowMs: number): IssuedKey {
  const { keyId, secretHash, credential } = makeCredential();
  return { credential, key: { id: keyId, tenantId, secretHash, permissions: [...new Set(permissions)], createdMs: nowMs, expiresMs, revokedMs: undefined } };
}

// A key that was made for 90 days is followed by one for 90 days.
function renewedEnd({ createdMs, expiresMs }: ApiKey, nowMs: number): { expiresMs?: number } {
  return expiresMs === undefined ? {} : { expiresMs: nowMs + (expiresMs - createdMs) };
}

const SITE_KEY_LENGTH = 20;
const SITE_KEY_SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function makeSiteKey(): string {
  return `site_${Array.from({ length: SITE_KEY_LENGTH }, () => SITE_KEY_SIGNS[randomInt(SITE_KEY_SIGNS.length)]).join('')}`;
}
