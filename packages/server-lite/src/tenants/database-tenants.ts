import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Database } from '../storage/database.ts';
import type { SiteRow } from '../storage/tables/tenant-tables.ts';
import type { Site, Tenant } from './tenant.ts';
import type { TenantRepository } from './tenant-repository.ts';

// What another program wrote into the database is checked like all input.
const originList = Compile(Type.Array(Type.String()));

/** Shops in SQLite or PostgreSQL. The caller opens and closes the database. */
export function createDatabaseTenants({ query }: Database): TenantRepository {
  return {
    add: (tenant, site) => query.transaction().execute(async (transaction) => {
      const taken = await transaction.selectFrom('site').select('site_key').where('site_key', '=', site.siteKey).executeTakeFirst();
      if (taken !== undefined) return 'taken';
      const { id, name, createdMs } = tenant;
      const added = await transaction.insertInto('tenant').values({ id, name, created_ms: createdMs }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
      if (added.numInsertedOrUpdatedRows !== 1n) return 'taken';
      await transaction.insertInto('site').values(rowOf(site)).execute();
      return 'added';
    }),
    list: async () => {
      const tenants = await query.selectFrom('tenant').selectAll().orderBy('id').execute();
      const sites = (await query.selectFrom('site').selectAll().orderBy('site_key').execute()).map(siteOf);
      return tenants.map(({ id, name, created_ms: createdMs }) => ({ tenant: { id, name, createdMs } satisfies Tenant, sites: sites.filter((site) => site.tenantId === id) }));
    },
    findSite: async (siteKey) => {
      const row = await query.selectFrom('site').selectAll().where('site_key', '=', siteKey).executeTakeFirst();
      return row === undefined ? undefined : siteOf(row);
    },
    saveOrigins: async (siteKey, origins) => {
      const saved = await query.updateTable('site').set({ origins: JSON.stringify(origins) }).where('site_key', '=', siteKey).executeTakeFirst();
      return saved.numUpdatedRows === 1n;
    },
  };
}

function rowOf({ siteKey, tenantId, origins, createdMs }: Site): SiteRow {
  return { site_key: siteKey, tenant_id: tenantId, origins: JSON.stringify(origins), created_ms: createdMs };
}

function siteOf({ site_key: siteKey, tenant_id: tenantId, origins, created_ms: createdMs }: SiteRow): Site {
  return { siteKey, tenantId, origins: originList.Parse(JSON.parse(origins)), createdMs };
}
