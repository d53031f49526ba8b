import type { Authenticator, RateLimiter } from '../http/access.ts';
import { addressKeyOf, createAddressBuckets } from '../http/address-buckets.ts';
import type { Database } from '../storage/database.ts';
import { createAuthenticator } from './create-authenticator.ts';
import { createDatabaseTenants } from './database-tenants.ts';
import type { ApiKeyRepository } from './keys/api-key-repository.ts';
import { createDatabaseApiKeys } from './keys/database-api-keys.ts';
import { createMemoryLimiter } from './limits/memory-limiter.ts';
import { RATE_LIMITS, type RateLimits } from './limits/rate-limits.ts';
import { createSharedLimiter } from './limits/shared-limiter.ts';
import { createPostgresTokens } from './limits/token-store.ts';
import type { OidcSettings } from './people/oidc-settings.ts';
import { createPeopleDirectory } from './people/read-token.ts';
import type { TenantRepository } from './tenant-repository.ts';
import { createTenantService, type TenantService } from './tenant-service.ts';

export interface TenancyOptions {
  /** Absent: nobody signs in with a token. */
  readonly oidc?: OidcSettings | undefined;
  readonly limits?: RateLimits;
  /** Of PostgreSQL: processes with the same one count an address together. */
  readonly databaseUrl?: string | undefined;
}

/** All about shops, keys and limits on one database. Whoever opened the database closes it. */
export interface Tenancy {
  readonly tenants: TenantRepository;
  readonly keys: ApiKeyRepository;
  readonly service: TenantService;
  readonly authenticator: Authenticator;
  /** Counts together with the other processes where the database is PostgreSQL; SQLite belongs to one process. */
  readonly limiter: RateLimiter;
  /** Names the bucket of a client's address. */
  readonly bucketOf: (address: string) => string;
}

export function createTenancy(database: Database, { oidc, limits = RATE_LIMITS, databaseUrl }: TenancyOptions = {}): Tenancy {
  const tenants = createDatabaseTenants(database);
  const keys = createDatabaseApiKeys(database);
  return {
    tenants, keys,
    service: createTenantService({ tenants, keys }),
    authenticator: createAuthenticator({ tenants, keys, ...(oidc === undefined ? {} : { people: createPeopleDirectory(oidc) }) }),
    bucketOf: createAddressBuckets(addressKeyOf(databaseUrl)),
    limiter: database.dialect === 'postgres' ? createSharedLimiter({ limits, store: createPostgresTokens(database) }) : createMemoryLimiter({ limits }),
  };
}
