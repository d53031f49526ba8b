import type { Product, RecommendationTables } from '@vua/models/contracts';

const COLOURS = [{ id: 'ink', name: { vi: 'Mực', en: 'Ink' }, hex: '#26324a' }];

export const product = (id: string, facts: Partial<Product> = {}): Product => ({
  id, garmentType: 'dress', audience: 'women', name: { vi: `Váy ${id}`, en: `Dress ${id}` }, description: { vi: 'Váy', en: 'Dress' }, material: { vi: 'Lanh', en: 'Linen' },
  price: { amountMinor: 500_000, currency: 'VND' }, colours: COLOURS, sizeChartId: 'dress', ...facts,
});

export const PRODUCTS: readonly Product[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => product(id));

/** All alike but for popularity, best in the order of `products`. @param followers what came after each, as in the contract */
export function tablesOf(products: readonly Product[], followers: RecommendationTables['followers'] = products.map(() => []), rules: RecommendationTables['rules'] = { pins: [], exclusions: [] }): RecommendationTables {
  const zeros = products.map(() => 0);
  return {
    asOfMs: 0, leastShoppers: 5, itemIds: products.map(({ id }) => id),
    garmentTypes: { values: ['dress'], of: zeros }, audiences: { values: ['women'], of: zeros }, colours: { values: [['#26324a']], of: zeros }, sizesInStock: { values: [null], of: zeros },
    used: products.flatMap(({ condition }, place) => (condition === 'used' ? [place] : [])), currency: 'VND', pricesMinor: products.map(({ price }) => price.amountMinor), popularity: products.map((_, place) => 100 - place), trend: zeros, firstSeenMs: zeros, followers, sizes: [], rules,
  };
}
