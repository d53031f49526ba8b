import type { GarmentType } from '../../contracts/index.ts';
import type { RecommendableItem } from '../catalog.ts';
import type { RecommendationSources } from '../recommendation-sources.ts';
import { type Candidate, type Strategy, bestFirst, rankingOf } from '../strategy.ts';
import { knownItems } from './by-attributes.ts';

/** What is worn with what, for a shop whose log does not tell yet. */
const WORN_WITH: Readonly<Record<GarmentType, readonly GarmentType[]>> = {
  shirt: ['trousers', 'jeans', 'skirt', 'knit', 'jacket'], tee: ['jeans', 'trousers', 'skirt', 'jacket', 'knit'], knit: ['jeans', 'trousers', 'skirt', 'shirt', 'coat'],
  jacket: ['shirt', 'tee', 'jeans', 'trousers', 'dress'], coat: ['knit', 'trousers', 'jeans', 'dress'], dress: ['jacket', 'coat', 'knit'],
  trousers: ['shirt', 'knit', 'tee', 'jacket'], jeans: ['tee', 'shirt', 'knit', 'jacket'], skirt: ['shirt', 'tee', 'knit', 'jacket'],
  underwear: ['bra', 'underwear', 'tee'], swimwear: ['swimwear', 'tee'], bra: ['underwear', 'bra', 'tee'],
};

const FIRST_OF_TYPE = 100;

/** Popular garments that are worn with those of the cart or the order, for the same audience. */
export const complements: Strategy = {
  name: 'complements',
  rank: ({ itemIds }, sources) => {
    const own = knownItems(itemIds, sources.catalog);
    const found = new Map(own.toReversed().flatMap((item) => wornWith(item, sources)).map((candidate) => [candidate.itemId, candidate]));
    for (const { id } of own) found.delete(id);
    return rankingOf(bestFirst([...found.values()]));
  },
};

/** Of what is popular, and the first of each type in the shop's order where nothing of it is. */
function wornWith({ id, garmentType, audience }: RecommendableItem, { catalog, crowd }: RecommendationSources): readonly Candidate[] {
  const types = WORN_WITH[garmentType];
  const known = crowd.popular.flatMap(({ itemId, score }) => {
    const item = catalog.find(itemId);
    return item !== undefined && types.includes(item.garmentType) ? [{ item, score }] : [];
  });
  const others = types.flatMap((type) => catalog.ofType(type).slice(0, FIRST_OF_TYPE)).map((item) => ({ item, score: 0 }));
  return [...others, ...known].filter(({ item }) => item.audience === audience || item.audience === 'unisex' || audience === 'unisex')
    .map(({ item, score }) => ({ itemId: item.id, score, reason: { type: 'goes-with', itemId: id } }));
}
