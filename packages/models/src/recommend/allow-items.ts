import type { RecommendableItem } from './catalog.ts';
import type { PriceRange, RecommendationRequest } from './recommendation-request.ts';
import type { RecommendationSources } from './recommendation-sources.ts';

/** Whether an item may be shown. It must be in the catalog or among the listings, in stock in a size that fits, within the price range, and neither bought, dismissed nor excluded. */
export function allowItems(request: RecommendationRequest, { catalog, listings, history }: RecommendationSources): (itemId: string) => boolean {
  const used = new Map(request.kind === 'second-hand' ? listings.map((listing) => [listing.id, listing]) : []);
  const barred = barredItems(request, history);
  return (itemId) => {
    if (barred.has(itemId)) return false;
    const item = request.kind === 'second-hand' ? used.get(itemId) : catalog.find(itemId);
    return item !== undefined && isInStock(item, request.sizesFor?.(itemId)) && isWithin(item, request.price);
  };
}

function barredItems({ kind, itemIds, exclude = [], bought = [], rules }: RecommendationRequest, history: RecommendationSources['history']): ReadonlySet<string> {
  const byRule = rules?.exclusions.filter((exclusion) => exclusion.kind === undefined || exclusion.kind === kind) ?? [];
  const bySelf = kind === 'rerank' ? [] : itemIds;
  const purchases = history.filter(({ type }) => type === 'purchase');
  return new Set([...exclude, ...bought, ...bySelf, ...byRule.map(({ itemId }) => itemId), ...purchases.map(({ itemId }) => itemId)]);
}

function isInStock({ sizesInStock }: RecommendableItem, fitting: readonly string[] | undefined): boolean {
  if (sizesInStock === undefined) return fitting === undefined || fitting.length > 0;
  return fitting === undefined ? sizesInStock.length > 0 : fitting.some((size) => sizesInStock.includes(size));
}

function isWithin({ price }: RecommendableItem, range: PriceRange | undefined): boolean {
  if (range === undefined) return true;
  const { currency, leastMinor = 0, mostMinor = Infinity } = range;
  return price.currency === currency && price.amountMinor >= leastMinor && price.amountMinor <= mostMinor;
}
