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

/** Popular garments that are worn with those of the cart or the order, for the same audience. */
export const complements: Strategy = {
  name: 'complements',
  rank: ({ itemIds }, sources) => {
    const own = knownItems(itemIds, sources.catalog);
    const popularity = new Map(sources.crowd.popular.map(({ itemId, score }) => [itemId, score]));
    const found = new Map(own.toReversed().flatMap((item) => wornWith(item, sources, popularity)).map((candidate) => [candidate.itemId, candidate]));
    for (const { id } of own) found.delete(id);
    return rankingOf(bestFirst([...found.values()]));
  },
};

function wornWith({ id, garmentType, audience }: RecommendableItem, { catalog }: RecommendationSources, popularity: ReadonlyMap<string, number>): readonly Candidate[] {
  return WORN_WITH[garmentType].flatMap((type) => catalog.ofType(type))
    .filter((other) => other.audience === audience || other.audience === 'unisex' || audience === 'unisex')
    .map((other) => ({ itemId: other.id, score: popularity.get(other.id) ?? 0, reason: { type: 'goes-with', itemId: id } }));
}
