import type { TrendFit } from '@vua/models/trend';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { Tables } from '../../storage/tables.ts';
import type { TrendFitRow } from '../../storage/tables/trend-tables.ts';
import type { FitReason, FitRecord, FitReport, FitStatus } from './fit-record.ts';
import type { FitRepository } from './fit-repository.ts';

/** Fits in SQLite or PostgreSQL. */
export function createDatabaseFits({ query }: Pick<Database, 'query'>): FitRepository {
  return {
    add: (tenantId, { madeMs, status, reason, report, fit, shadow }) => query.transaction().execute(async (transaction) => {
      await waitForShop(transaction, tenantId);
      if (status === 'live') await retireLive(transaction, tenantId);
      const newest = await transaction.selectFrom('trend_fit').select(({ fn }) => fn.max('version').as('version')).where('tenant_id', '=', tenantId).executeTakeFirst();
      const version = (newest?.version ?? 0) + 1;
      await transaction.insertInto('trend_fit')
        .values({ tenant_id: tenantId, version, made_ms: madeMs, adjusted_ms: madeMs, status, reason, report: JSON.stringify(report), fit: JSON.stringify(fit), shadow: JSON.stringify(shadow) }).execute();
      return version;
    }),
    live: async (tenantId) => {
      const row = await query.selectFrom('trend_fit').select(['version', 'made_ms', 'adjusted_ms', 'fit', 'shadow']).where('tenant_id', '=', tenantId).where('status', '=', 'live').executeTakeFirst();
      return row && { version: row.version, madeMs: row.made_ms, adjustedMs: row.adjusted_ms, fit: JSON.parse(row.fit) as TrendFit, shadow: JSON.parse(row.shadow) as TrendFit };
    },
    list: async (tenantId) => {
      const rows = await query.selectFrom('trend_fit').select(['version', 'made_ms', 'adjusted_ms', 'status', 'reason', 'report']).where('tenant_id', '=', tenantId).orderBy('version', 'desc').execute();
      return rows.map(toRecord);
    },
    adjust: async (tenantId, version, { fit, adjustedMs }) => {
      await query.updateTable('trend_fit').set({ fit: JSON.stringify(fit), adjusted_ms: adjustedMs }).where('tenant_id', '=', tenantId).where('version', '=', version).execute();
    },
    activate: (tenantId, version) => query.transaction().execute(async (transaction) => {
      await waitForShop(transaction, tenantId);
      const found = await transaction.selectFrom('trend_fit').select('version').where('tenant_id', '=', tenantId).where('version', '=', version).executeTakeFirst();
      if (found === undefined) return false;
      await retireLive(transaction, tenantId);
      await transaction.updateTable('trend_fit').set({ status: 'live' }).where('tenant_id', '=', tenantId).where('version', '=', version).execute();
      return true;
    }),
    keepNewest: async (tenantId, most) => {
      const newest = await query.selectFrom('trend_fit').select('version').where('tenant_id', '=', tenantId).orderBy('version', 'desc').limit(most).execute();
      const oldest = newest.at(-1)?.version;
      if (oldest === undefined) return;
      await query.deleteFrom('trend_fit').where('tenant_id', '=', tenantId).where('status', '!=', 'live').where('version', '<', oldest).execute();
    },
  };
}

/** Of two that change the fits of a shop at once, the second waits here: the row is the shop's lock. */
async function waitForShop(query: Kysely<Tables>, tenantId: string): Promise<void> {
  await query.insertInto('trend_revision').values({ tenant_id: tenantId, revision: 0, built_ms: 0 })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ revision: sql`trend_revision.revision` })).execute();
}

async function retireLive(query: Kysely<Tables>, tenantId: string): Promise<void> {
  await query.updateTable('trend_fit').set({ status: 'kept' }).where('tenant_id', '=', tenantId).where('status', '=', 'live').execute();
}

const toRecord = ({ version, made_ms: madeMs, adjusted_ms: adjustedMs, status, reason, report }: Omit<TrendFitRow, 'tenant_id' | 'fit' | 'shadow'>): FitRecord =>
  ({ version, madeMs, adjustedMs, status: status as FitStatus, reason: reason as FitReason, report: JSON.parse(report) as FitReport });
