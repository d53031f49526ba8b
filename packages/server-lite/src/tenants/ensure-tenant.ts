import type { Tenant } from './tenant.ts';
import type { TenantRepository } from './tenant-repository.ts';

export interface EnsuredTenant extends Tenant {
  readonly siteKey: string;
  readonly origins: readonly string[];
}

/** A server that starts on another port each time must not make the list grow for ever. */
const MOST_ORIGINS = 50;

/** Makes the shop that a fresh server brings when it is not there, and adds to its site key the origins that are missing. Safe for processes that start together. */
export async function ensureTenant(tenants: TenantRepository, { siteKey, origins, ...tenant }: EnsuredTenant): Promise<void> {
  if ((await tenants.add(tenant, { siteKey, tenantId: tenant.id, origins, createdMs: tenant.createdMs })) === 'added') return;
  const known = (await tenants.findSite(siteKey))?.origins ?? [];
  const missing = origins.filter((origin) => !known.includes(origin));
  if (missing.length > 0) await tenants.saveOrigins(siteKey, [...known, ...missing].slice(-MOST_ORIGINS));
}
