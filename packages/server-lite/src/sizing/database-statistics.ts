import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { StatisticsCount, StatisticsRepository } from './statistics-repository.ts';

const CELL = ['tenant_id', 'audience', 'zone', 'design', 'cell'] as const;

/** Counts in the database. */
export function createStatistics({ query }: Database): StatisticsRepository {
  return {
    async add(tenantId, cells) {
      if (cells.length === 0) return;
      // From zone to zone in one order, so that no two requests wait for each other.
      const rows = cells.map((cell) => ({ tenant_id: tenantId, ...cell, pending: 1, published: 0 })).sort((one, other) => (one.zone < other.zone ? -1 : 1));
      await query.insertInto('measurement_count').values(rows)
        .onConflict((conflict) => conflict.columns(CELL).doUpdateSet({ pending: sql<number>`measurement_count.pending + 1` })).execute();
    },
    async publish(tenantId, leastNew) {
      const curves = await query.selectFrom('measurement_count').select(['audience', 'zone', 'design']).where('tenant_id', '=', tenantId)
        .groupBy(['audience', 'zone', 'design']).having(({ fn }) => fn.sum('pending'), '>=', leastNew).execute();
      // One statement for each curve: as `add` goes from zone to zone, none of them can wait for another in a circle.
      for (const { audience, zone, design } of curves) {
        await query.updateTable('measurement_count').set({ published: sql<number>`published + pending`, pending: 0 })
          .where('tenant_id', '=', tenantId).where('audience', '=', audience).where('zone', '=', zone).where('design', '=', design).where('pending', '>', 0).execute();
      }
      const rows = await query.selectFrom('measurement_count').select(['audience', 'zone', 'design', 'cell', 'published as count'])
        .where('tenant_id', '=', tenantId).where('published', '>', 0).orderBy('audience').orderBy('zone').orderBy('design').orderBy('cell').execute();
      return rows as readonly StatisticsCount[];
    },
  };
}
