import { CollectedSource, PinterestRegion } from '@vua/models/contracts';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Database } from '../../storage/database.ts';
import type { TrendSourceRow } from '../../storage/tables/trend-source-tables.ts';
import { FRESH_STATE, SourceState, type SourceRecord } from './source-record.ts';
import type { SourceRepository } from './source-repository.ts';

// What another program wrote into the database is checked like all other input.
const stateText = Compile(SourceState);
const sourceText = Compile(CollectedSource);
const listText = Compile(Type.Array(Type.String()));
const regionList = Compile(Type.Array(PinterestRegion));

/** Sources in SQLite or PostgreSQL. */
export function createDatabaseSources({ query }: Pick<Database, 'query'>): SourceRepository {
  return {
    list: async (tenantId) => {
      const rows = await query.selectFrom('trend_source').selectAll().$if(tenantId !== undefined, (select) => select.where('tenant_id', '=', tenantId ?? '')).orderBy('tenant_id').orderBy('source').execute();
      return rows.map(toRecord);
    },
    find: async (tenantId, source) => {
      const row = await query.selectFrom('trend_source').selectAll().where('tenant_id', '=', tenantId).where('source', '=', source).executeTakeFirst();
      return row && toRecord(row);
    },
    save: async (tenantId, { source, baseUrl, sealedToken, accountIds, regions, tags, savedMs }) => {
      const values = {
        base_url: baseUrl, sealed_token: sealedToken, account_ids: JSON.stringify(accountIds), regions: JSON.stringify(regions), tags: JSON.stringify(tags),
        saved_ms: savedMs, state: JSON.stringify(FRESH_STATE),
      };
      await query.insertInto('trend_source').values({ tenant_id: tenantId, source, ...values }).onConflict((conflict) => conflict.columns(['tenant_id', 'source']).doUpdateSet(values)).execute();
    },
    note: async (tenantId, { source, savedMs }, state) => {
      await query.updateTable('trend_source').set({ state: JSON.stringify(state) }).where('tenant_id', '=', tenantId).where('source', '=', source).where('saved_ms', '=', savedMs).execute();
    },
    remove: async (tenantId, source) => {
      const gone = await query.deleteFrom('trend_source').where('tenant_id', '=', tenantId).where('source', '=', source).returning('source').execute();
      return gone.length > 0;
    },
  };
}

function toRecord(row: TrendSourceRow): SourceRecord {
  return {
    tenantId: row.tenant_id,
    config: {
      source: sourceText.Parse(row.source), baseUrl: row.base_url, sealedToken: row.sealed_token, accountIds: listText.Parse(JSON.parse(row.account_ids)),
      regions: regionList.Parse(JSON.parse(row.regions)), tags: listText.Parse(JSON.parse(row.tags)), savedMs: row.saved_ms,
    },
    state: stateOf(JSON.parse(row.state)),
  };
}

/** One that cannot be read starts afresh: it must not keep all other sources from being read. */
const stateOf = (json: unknown): SourceState => (stateText.Check(json) ? json : FRESH_STATE);
