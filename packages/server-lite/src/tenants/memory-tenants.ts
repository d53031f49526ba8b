import type { Site, Tenant } from './tenant.ts';
import type { TenantRepository } from './tenant-repository.ts';

/** Shops that live as long as the process. */
export function createMemoryTenants(): TenantRepository {
  const tenants = new Map<string, Tenant>();
  const sites = new Map<string, Site>();
  const sorted = <T>(rows: Map<string, T>): T[] => [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return {
    add: async (tenant, site) => {
      if (tenants.has(tenant.id) || sites.has(site.siteKey)) return 'taken';
      tenants.set(tenant.id, tenant);
      sites.set(site.siteKey, site);
      return 'added';
    },
    list: async () => sorted(tenants).map((tenant) => ({ tenant, sites: sorted(sites).filter((site) => site.tenantId === tenant.id) })),
    findSite: async (siteKey) => sites.get(siteKey),
    saveOrigins: async (siteKey, origins) => {
      const site = sites.get(siteKey);
      if (site !== undefined) sites.set(siteKey, { ...site, origins: [...origins] });
      return site !== undefined;
    },
  };
}
