import { FlashSale, Identifier, Product, SizeChart } from '@vua/models/contracts';
import { Type, type Static } from 'typebox';
import { MAX_SALES, type CatalogItem } from './catalog-item.ts';

const Quantities = Type.Record(Type.String({ minLength: 1, maxLength: 24 }), Type.Integer({ minimum: 0, maximum: 1_000_000 }));

/** A whole catalog as a file has it; `products` in the order in which the shop shows them. */
export const Catalog = Type.Object({
  products: Type.Array(Product),
  sizeCharts: Type.Array(SizeChart),
  /** Pieces by size, by product. Where there is none, the product's `sizesInStock` says which sizes have some, and without that stock is not kept. */
  stock: Type.Optional(Type.Record(Identifier, Quantities)),
  sales: Type.Optional(Type.Record(Identifier, Type.Array(FlashSale, { maxItems: MAX_SALES }))),
}, { additionalProperties: false });
export type Catalog = Static<typeof Catalog>;

/** The items of a catalog with their stock and sales. */
export function itemsOf({ products, sizeCharts, stock = {}, sales = {} }: Catalog): CatalogItem[] {
  return products.map(({ sizesInStock, ...product }) => {
    const labels = sizeCharts.find(({ id }) => id === product.sizeChartId)?.rows.map(({ label }) => label) ?? [];
    const counted = stock[product.id];
    const listed = sizesInStock && labels.map((label) => ({ label, quantity: sizesInStock.includes(label) ? undefined : 0 }));
    const kept = counted === undefined ? listed : Object.entries(counted).map(([label, quantity]) => ({ label, quantity }));
    return { ...product, stock: kept ?? [], sales: sales[product.id] ?? [] };
  });
}
