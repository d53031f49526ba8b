import { type Kysely, sql } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { Tables } from '../../storage/tables.ts';
import type { TrendWeekRow } from '../../storage/tables/trend-tables.ts';
import type { TrendSourceName } from '../trend-source-name.ts';
import type { TrendWeek } from './trend-week.ts';
import type { WeekRepository } from './week-repository.ts';

/** Rows of one statement: both databases bound the number of its values. */
const ROWS_AT_ONCE = 1000;

/** The weekly feature table in SQLite or PostgreSQL. */
export function createDatabaseWeeks({ query }: Pick<Database, 'query'>): WeekRepository {
  return {
    save: async (tenantId, weeks) => {
      if (weeks.length === 0) return;
      await query.transaction().execute(async (transaction) => {
        // First, so that a second saving of the same shop waits here and not between its rows.
        await transaction.insertInto('trend_revision').values({ tenant_id: tenantId, revision: 1, built_ms: 0 })
          .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ revision: sql`trend_revision.revision + 1` })).execute();
        for (let from = 0; from < weeks.length; from += ROWS_AT_ONCE) {
          // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
          await insert(transaction, weeks.slice(from, from + ROWS_AT_ONCE).map((week) => toRow(tenantId, week)));
        }
      });
    },
    list: async (tenantId, { source, tags }) => {
      if (tags?.length === 0) return [];
      const rows = await query.selectFrom('trend_week').selectAll().where('tenant_id', '=', tenantId)
        .$if(source !== undefined, (select) => select.where('source', '=', source ?? ''))
        .$if(tags !== undefined, (select) => select.where('tag', 'in', [...tags ?? []]))
        .orderBy('source').orderBy('tag').orderBy('week').execute();
      return rows.map(fromRow);
    },
    revision: async (tenantId) => (await query.selectFrom('trend_revision').select('revision').where('tenant_id', '=', tenantId).executeTakeFirst())?.revision ?? 0,
    listTenants: async () => (await query.selectFrom('trend_revision').select('tenant_id').where('revision', '>', 0).orderBy('tenant_id').execute()).map((row) => row.tenant_id),
    markBuilt: async (tenantId, atMs) => {
      await query.insertInto('trend_revision').values({ tenant_id: tenantId, revision: 0, built_ms: atMs }).onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ built_ms: atMs })).execute();
    },
    builtMs: async (tenantId) => (await query.selectFrom('trend_revision').select('built_ms').where('tenant_id', '=', tenantId).executeTakeFirst())?.built_ms ?? 0,
  };
}

async function insert(query: Kysely<Tables>, rows: readonly TrendWeekRow[]): Promise<void> {
  await query.insertInto('trend_week').values(rows).onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'tag', 'week']).doUpdateSet({
    value: sql`excluded.value`, count: sql`excluded.count`, engagement: sql`excluded.engagement`, sentiment: sql`excluded.sentiment`, seen_ms: sql`excluded.seen_ms`,
  })).execute();
}

const toRow = (tenantId: string, { seenMs, ...week }: TrendWeek): TrendWeekRow => ({ tenant_id: tenantId, ...week, seen_ms: seenMs });

const fromRow = ({ source, tag, week, value, count, engagement, sentiment, seen_ms: seenMs }: TrendWeekRow): TrendWeek =>
  ({ source: source as TrendSourceName, tag, week, value, count, engagement, sentiment, seenMs });
