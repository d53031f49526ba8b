import { FlashSale, Product } from '@vua/models/contracts';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { CatalogItemRow, CatalogSaleRow, CatalogStockRow } from '../storage/tables/catalog-tables.ts';
import type { Tables } from '../storage/tables.ts';
import { MAX_SALES, type CatalogItem } from './catalog-item.ts';

// What another program wrote into the database is checked like all other input.
const product = Compile(Type.Omit(Product, ['sizesInStock'], { additionalProperties: false }));
const sales = Compile(Type.Array(FlashSale, { maxItems: MAX_SALES }));

/** Items of the tenant that are sold: all in the shop's order, or those with these ids in no order; two statements, however many there are. */
export async function readItems(query: Kysely<Tables>, tenantId: string, ids?: readonly string[]): Promise<readonly CatalogItem[]> {
  const stock = query.selectFrom('catalog_stock').selectAll().where('tenant_id', '=', tenantId).orderBy('size_label');
  const priced = selectPriced(query, tenantId);
  // Without the order of the shop where ids are given: SQLite would go through the whole catalog by its index for a few items.
  const [pricedRows, stockRows] = ids === undefined
    ? await Promise.all([priced.orderBy('position').orderBy('catalog_item.id').orderBy('starts_ms').orderBy('ends_ms').orderBy('sale_minor').execute(), stock.execute()])
    : await Promise.all([priced.where('catalog_item.id', 'in', [...ids]).orderBy('catalog_item.id').orderBy('starts_ms').orderBy('ends_ms').orderBy('sale_minor').execute(), stock.where('item_id', 'in', [...ids]).execute()]);
  const stockOf = Map.groupBy(stockRows, ({ item_id: itemId }) => itemId);
  return [...Map.groupBy(pricedRows, ({ id }) => id)].map(([id, rows]) => itemOf(rows, stockOf.get(id) ?? []));
}

type PricedRow = CatalogItemRow & Record<keyof Omit<CatalogSaleRow, 'tenant_id' | 'item_id' | 'price_minor'> | 'sale_minor', number | null>;

// Price and sales in one statement: from two, an import between them would make a price that never was.
function selectPriced(query: Kysely<Tables>, tenantId: string) {
  return query.selectFrom('catalog_item')
    .leftJoin('catalog_sale', (join) => join.onRef('catalog_sale.tenant_id', '=', 'catalog_item.tenant_id').onRef('catalog_sale.item_id', '=', 'catalog_item.id'))
    .selectAll('catalog_item').select(['starts_ms', 'ends_ms', 'catalog_sale.price_minor as sale_minor'])
    .where('catalog_item.tenant_id', '=', tenantId).where('withdrawn_ms', 'is', null);
}

function itemOf(rows: readonly PricedRow[], stockRows: readonly CatalogStockRow[]): CatalogItem {
  const [row] = rows as readonly [PricedRow];
  const { id, price_minor: amountMinor, currency, size_chart_id: sizeChartId } = row;
  const details = JSON.parse(row.details) as Record<string, unknown>;
  const held = rows.flatMap((sale) => (sale.sale_minor === null ? [] : { price: { amountMinor: sale.sale_minor, currency }, startsAtMs: sale.starts_ms, endsAtMs: sale.ends_ms }));
  return {
    ...product.Parse({ ...details, id, price: { amountMinor, currency }, sizeChartId }),
    stock: stockRows.map(({ size_label: label, quantity }) => ({ label, quantity: quantity ?? undefined })),
    sales: sales.Parse(held),
  };
}
