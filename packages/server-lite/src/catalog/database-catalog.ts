import { SizeChart } from '@vua/models/contracts';
import { Compile } from 'typebox/compile';
import type { Database } from '../storage/database.ts';
import { inOrder } from './catalog-item.ts';
import type { CatalogRepository } from './catalog-repository.ts';
import { readItems } from './read-items.ts';
import { saveItems, saveSizeCharts, withdrawItems } from './save-items.ts';

// What another program wrote into the database is checked like all other input.
const sizeChart = Compile(SizeChart);

/** Catalogs in SQLite or PostgreSQL. The caller opens and closes the database. */
export function createDatabaseCatalog({ query }: Pick<Database, 'query'>): CatalogRepository {
  return {
    listItems: (tenantId) => readItems(query, tenantId),
    findItems: async (tenantId, ids) => (ids.length === 0 ? [] : readItems(query, tenantId, ids)),
    listIds: async (tenantId) => {
      const rows = await query.selectFrom('catalog_item').select('id').where('tenant_id', '=', tenantId).where('withdrawn_ms', 'is', null).orderBy('position').orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    findSizeCharts: async (tenantId, ids) => {
      if (ids.length === 0) return [];
      const rows = await query.selectFrom('catalog_size_chart').select('details').where('tenant_id', '=', tenantId).where('id', 'in', [...new Set(ids)]).execute();
      return rows.map(({ details }) => sizeChart.Parse(JSON.parse(details)));
    },
    save: (tenantId, { items, withdrawnIds = [], sizeCharts = [], atMs }) => query.transaction().execute(async (transaction) => {
      await saveSizeCharts(transaction, tenantId, sizeCharts);
      await saveItems(transaction, tenantId, items.map(inOrder));
      await withdrawItems(transaction, tenantId, withdrawnIds, atMs);
    }),
  };
}
