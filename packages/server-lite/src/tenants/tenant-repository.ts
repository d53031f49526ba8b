import type { Site, Tenant } from './tenant.ts';

export interface TenantWithSites {
  readonly tenant: Tenant;
  /** By their keys. */
  readonly sites: readonly Site[];
}

/** Where shops and the keys of their pages are kept. Every implementation passes `testing/describe-tenant-repository.ts`. */
export interface TenantRepository {
  /** Both or nothing; nothing when the id of the one or the key of the other is taken. */
  add(tenant: Tenant, site: Site): Promise<'added' | 'taken'>;
  /** By id. */
  list(): Promise<readonly TenantWithSites[]>;
  findSite(siteKey: string): Promise<Site | undefined>;
  /** Puts these origins in the place of what was there. False: there is no such key. */
  saveOrigins(siteKey: string, origins: readonly string[]): Promise<boolean>;
}
