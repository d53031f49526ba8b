import { type Product, priceAt } from '@vua/models/contracts';
import { type RecommendableItem, type RecommendationSources, createCatalog } from '@vua/models/recommend';
import type { ShopData } from './load-shop-data.ts';
import type { Shopper } from './read-shopper.ts';
import type { Snapshot } from './take-snapshot.ts';

/** What nothing is known of yet: a shop whose log is empty. */
const NO_CROWD: Pick<RecommendationSources, 'crowd' | 'followers'> = {
  crowd: { popular: [], trending: [], newest: [], popularInSize: () => [] }, followers: () => [],
};

/** What the strategies know on this device: the catalog with prices and stock of this moment, what many shoppers do, and what may be used of this one. @param nowMs by the device's clock */
export function deviceSources({ products, crowd }: ShopData, shopper: Shopper, snapshot: Snapshot | undefined, nowMs: number): RecommendationSources {
  const catalog = createCatalog(products.filter(({ id }) => !isGone(id, snapshot)).map((product) => liveItem(product, snapshot, nowMs)));
  return { ...shopper, ...(crowd ?? NO_CROWD), catalog, listings: catalog.used };
}

const isGone = (itemId: string, snapshot: Snapshot | undefined): boolean => snapshot !== undefined && snapshot.asked.has(itemId) && !snapshot.items.has(itemId);

/** A product as it can be bought now; where no snapshot was asked about it, as the product list has it. */
function liveItem({ id, garmentType, audience, colours, condition, price, sizesInStock }: Product, snapshot: Snapshot | undefined, nowMs: number): RecommendableItem {
  const live = snapshot?.items.get(id);
  const sizes = live?.sizes.filter(({ inStock }) => inStock).map(({ label }) => label) ?? sizesInStock;
  return {
    id, garmentType, audience, colours: colours.map(({ hex }) => hex),
    price: live === undefined ? price : priceAt(live, nowMs + (snapshot?.aheadMs ?? 0)),
    ...(condition === undefined ? {} : { condition }), ...(sizes === undefined ? {} : { sizesInStock: sizes }),
  };
}
