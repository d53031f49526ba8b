import type { ShopCatalog, SimulatedItem } from './simulated-item.ts';

/** What a shop would know of these items, as a catalog file has it. Items that are not sold yet, or no longer, are in it too. */
export function toShopCatalog(items: readonly SimulatedItem[]): ShopCatalog {
  return {
    products: items.map(({ product }) => product),
    sizeCharts: [...new Map(items.map(({ chart }) => [chart.id, chart])).values()],
    stock: Object.fromEntries(items.map(({ product, pieces }) => [product.id, pieces])),
  };
}
