import { priceAt } from '@vua/models/contracts';
import type { RecommendableItem } from '@vua/models/recommend';
import { productOf, type CatalogItem } from './catalog-item.ts';

/** The item as recommendations see it at this moment, UTC milliseconds: with the price of a sale that holds. */
export function recommendableItem(item: CatalogItem, atMs: number): RecommendableItem {
  const { id, garmentType, audience, colours, condition, sizesInStock } = productOf(item);
  return {
    id, garmentType, audience, colours: colours.map(({ hex }) => hex), price: priceAt({ price: item.price, sales: [...item.sales] }, atMs),
    ...(condition === undefined ? {} : { condition }), ...(sizesInStock === undefined ? {} : { sizesInStock }),
  };
}
