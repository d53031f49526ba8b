import type { Database } from '../../storage/database.ts';
import type { TrendForecastRow } from '../../storage/tables/trend-tables.ts';
import type { TrendSourceName } from '../trend-source-name.ts';
import type { ForecastRepository } from './forecast-repository.ts';
import type { IssuedForecast } from './issued-forecast.ts';

/** Rows of one statement: both databases bound the number of its values. */
const ROWS_AT_ONCE = 1000;

/** Forecasts in SQLite or PostgreSQL. */
export function createDatabaseForecasts({ query }: Pick<Database, 'query'>): ForecastRepository {
  return {
    add: async (tenantId, forecasts) => {
      if (forecasts.length === 0) return;
      await query.transaction().execute(async (transaction) => {
        for (let from = 0; from < forecasts.length; from += ROWS_AT_ONCE) {
          const rows = forecasts.slice(from, from + ROWS_AT_ONCE).map((forecast) => toRow(tenantId, forecast));
          // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
          await transaction.insertInto('trend_forecast').values(rows).onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'tag', 'origin_week']).doNothing()).execute();
        }
      });
    },
    judge: async (tenantId, outcomes) => {
      if (outcomes.length === 0) return;
      await query.transaction().execute(async (transaction) => {
        for (const { source, tag, originWeek, actual } of outcomes) {
          // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
          await transaction.updateTable('trend_forecast').set({ actual })
            .where('tenant_id', '=', tenantId).where('source', '=', source).where('tag', '=', tag).where('origin_week', '=', originWeek).execute();
        }
      });
    },
    list: async (tenantId, { fromWeek, toWeek, tags }) => {
      if (tags?.length === 0) return [];
      const rows = await query.selectFrom('trend_forecast').selectAll().where('tenant_id', '=', tenantId)
        .$if(fromWeek !== undefined, (select) => select.where('origin_week', '>=', fromWeek ?? 0))
        .$if(toWeek !== undefined, (select) => select.where('origin_week', '<', toWeek ?? 0))
        .$if(tags !== undefined, (select) => select.where('tag', 'in', [...tags ?? []]))
        .orderBy('origin_week').orderBy('source').orderBy('tag').execute();
      return rows.map(fromRow);
    },
  };
}

const toRow = (tenantId: string, { source, tag, originWeek, version, change, baseline, interval80, interval95, class: called, typicalMiss, historyWeeks, actual }: IssuedForecast): TrendForecastRow => ({
  tenant_id: tenantId, source, tag, origin_week: originWeek, version, change, baseline, low80: interval80[0], high80: interval80[1], low95: interval95[0], high95: interval95[1], class: called, typical_miss: typicalMiss, history_weeks: historyWeeks, actual,
});

const fromRow = ({ source, tag, origin_week: originWeek, version, change, baseline, low80, high80, low95, high95, class: called, typical_miss: typicalMiss, history_weeks: historyWeeks, actual }: TrendForecastRow): IssuedForecast => ({
  source: source as TrendSourceName, tag, originWeek, version, change, baseline, interval80: [low80, high80], interval95: [low95, high95], class: called as IssuedForecast['class'], typicalMiss, historyWeeks, actual,
});
