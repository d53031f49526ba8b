import type { SizeChart } from '@vua/models/contracts';
import type { Insertable, Transaction } from 'kysely';
import type { CatalogItemRow, CatalogSaleRow, CatalogStockRow } from '../storage/tables/catalog-tables.ts';
import type { Tables } from '../storage/tables.ts';
import type { CatalogItem } from './catalog-item.ts';

// SQLite takes 32,766 values a statement, PostgreSQL 65,535; a row has at most 8. Between two statements other requests have their turn.
const ROWS_A_STATEMENT = 1000;

export async function saveSizeCharts(transaction: Transaction<Tables>, tenantId: string, charts: readonly SizeChart[]): Promise<void> {
  const rows = charts.map((chart) => ({ tenant_id: tenantId, id: chart.id, details: JSON.stringify(chart) }));
  for (const some of chunksOf(rows)) {
    await transaction.insertInto('catalog_size_chart').values(some)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet((row) => ({ details: row.ref('excluded.details') }))).execute();
  }
}

/** Puts each item, its stock and its sales in the place of what there was with its id. */
export async function saveItems(transaction: Transaction<Tables>, tenantId: string, items: readonly CatalogItem[]): Promise<void> {
  let next = await nextPosition(transaction, tenantId);
  for (const some of chunksOf(items)) {
    await upsertItems(transaction, some.map((item) => rowOf(tenantId, item, next++)));
    const ids = some.map(({ id }) => id);
    await transaction.deleteFrom('catalog_stock').where('tenant_id', '=', tenantId).where('item_id', 'in', ids).execute();
    await transaction.deleteFrom('catalog_sale').where('tenant_id', '=', tenantId).where('item_id', 'in', ids).execute();
    for (const rows of chunksOf(some.flatMap((item) => stockRows(tenantId, item)))) await transaction.insertInto('catalog_stock').values(rows).execute();
    for (const rows of chunksOf(some.flatMap((item) => saleRows(tenantId, item)))) await transaction.insertInto('catalog_sale').values(rows).execute();
  }
}

export async function withdrawItems(transaction: Transaction<Tables>, tenantId: string, ids: readonly string[], atMs: number): Promise<void> {
  for (const some of chunksOf(ids)) {
    await transaction.updateTable('catalog_item').set({ withdrawn_ms: atMs }).where('tenant_id', '=', tenantId).where('id', 'in', some).where('withdrawn_ms', 'is', null).execute();
  }
}

async function nextPosition(transaction: Transaction<Tables>, tenantId: string): Promise<number> {
  const last = await transaction.selectFrom('catalog_item').select(({ fn }) => fn.max<number | null>('position').as('position')).where('tenant_id', '=', tenantId).executeTakeFirst();
  return (last?.position ?? -1) + 1;
}

async function upsertItems(transaction: Transaction<Tables>, rows: Insertable<CatalogItemRow>[]): Promise<void> {
  await transaction.insertInto('catalog_item').values(rows).onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet((row) => ({
    price_minor: row.ref('excluded.price_minor'), currency: row.ref('excluded.currency'), size_chart_id: row.ref('excluded.size_chart_id'),
    details: row.ref('excluded.details'), withdrawn_ms: null,
  }))).execute();
}

function rowOf(tenantId: string, item: CatalogItem, position: number): Insertable<CatalogItemRow> {
  const { id, price, sizeChartId, stock: _stock, sales: _sales, ...details } = item;
  return {
    tenant_id: tenantId, id, position, price_minor: price.amountMinor, currency: price.currency, size_chart_id: sizeChartId,
    details: JSON.stringify(details), withdrawn_ms: null,
  };
}

const stockRows = (tenantId: string, { id, stock }: CatalogItem): Insertable<CatalogStockRow>[] =>
  stock.map(({ label, quantity }) => ({ tenant_id: tenantId, item_id: id, size_label: label, quantity: quantity ?? null }));

const saleRows = (tenantId: string, { id, sales }: CatalogItem): Insertable<CatalogSaleRow>[] =>
  sales.map(({ price, startsAtMs, endsAtMs }) => ({ tenant_id: tenantId, item_id: id, starts_ms: startsAtMs, ends_ms: endsAtMs, price_minor: price.amountMinor }));

function chunksOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, chunk) => rows.slice(chunk * ROWS_A_STATEMENT, (chunk + 1) * ROWS_A_STATEMENT));
}
