import type { ApiKey, Site, Tenant } from '../tenant.ts';

export const sampleTenant = (id = 'shop-a', changes: Partial<Tenant> = {}): Tenant => ({ id, name: `Áo dài ${id}`, createdMs: 1_700_000_000_000, ...changes });

export const sampleSite = (tenantId = 'shop-a', changes: Partial<Site> = {}): Site => ({
  siteKey: `site_${tenantId.replace('-', '')}00`, tenantId, origins: [`https://${tenantId}.example`, 'https://www.example:8443'], createdMs: 1_700_000_000_001, ...changes,
});

export const sampleKey = (id: string, changes: Partial<ApiKey> = {}): ApiKey => ({
  id, tenantId: 'shop-a', secretHash: id.padEnd(64, '0'), permissions: ['events:write', 'catalog:write'], createdMs: 1_700_000_000_002, expiresMs: undefined, revokedMs: undefined, ...changes,
});
