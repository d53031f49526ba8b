import type { FlashSale, Product, SizeChart, SnapshotItem } from '@vua/models/contracts';

/** How many pieces of a size there are. */
export interface SizeStock {
  /** As the chart writes it. */
  readonly label: string;
  /** Whole pieces; undefined: there are some, nobody counts them. */
  readonly quantity: number | undefined;
}

/** Most sales of one item, past and coming: as many as a snapshot may hold, so that none is ever left out. */
export const MAX_SALES = 8;

/** One garment of a shop with its prices and its stock. */
export interface CatalogItem extends Omit<Product, 'sizesInStock'> {
  /** By label. Empty: stock is not kept, and every size of the chart can be bought. A size of the chart that is missing here has no pieces. */
  readonly stock: readonly SizeStock[];
  /** By start, then end. At most {@link MAX_SALES}, each cheaper than `price`. */
  readonly sales: readonly FlashSale[];
}

/** The product as the shop's pages read it: quantities stay here. */
export function productOf({ stock, sales: _sales, ...product }: CatalogItem): Product {
  return stock.length === 0 ? product : { ...product, sizesInStock: stock.filter(hasPieces).map(({ label }) => label) };
}

/** Price and stock of an item at this moment, UTC milliseconds: running and coming sales, sizes in the order of the chart. */
export function snapshotOf({ id, price, sales, stock }: CatalogItem, chart: SizeChart, atMs: number): SnapshotItem {
  const pieces = new Map(stock.map((size) => [size.label, hasPieces(size)]));
  const isBuyable = (label: string): boolean => (stock.length === 0 ? true : (pieces.get(label) ?? false));
  return {
    id,
    price,
    sales: sales.filter(({ endsAtMs }) => endsAtMs > atMs),
    sizes: chart.rows.map(({ label }) => ({ label, inStock: isBuyable(label) })),
  };
}

/** The one order of sales and of stock that is kept, so that equal items are equal. */
export function inOrder(item: CatalogItem): CatalogItem {
  const sales = item.sales.toSorted((a, b) => a.startsAtMs - b.startsAtMs || a.endsAtMs - b.endsAtMs || a.price.amountMinor - b.price.amountMinor);
  return { ...item, sales, stock: item.stock.toSorted((a, b) => compare(a.label, b.label)) };
}

const hasPieces = ({ quantity }: SizeStock): boolean => quantity === undefined || quantity > 0;

// By code point, as both databases sort the labels.
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
