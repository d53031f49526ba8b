import type { RecommendationReason } from '../../contracts/index.ts';
import { type Followed, followItems } from '../follow-items.ts';
import type { RecommendationSources } from '../recommendation-sources.ts';
import { type Candidate, type Strategy, bestFirst, rankingOf } from '../strategy.ts';

// What was only looked at after an item is more often another of its kind than something to wear with it.
const LOOKED_WEIGHT = 0.25;

/** What others bought with the items of the cart or the order, or looked at after them and is another garment. */
export const boughtTogether: Strategy = {
  name: 'bought-together',
  rank: ({ itemIds }, { followers, catalog }) => rankingOf(bestFirst(
    followItems(itemIds.map((itemId) => ({ itemId, type: 'add_to_cart' })), followers).flatMap((followed) => toCandidate(followed, catalog)),
  )),
};

function toCandidate({ itemId, score, boughtScore, cause }: Followed, catalog: RecommendationSources['catalog']): readonly Candidate[] {
  if (boughtScore === 0 && sameType(itemId, cause.itemId, catalog)) return [];
  const reason: RecommendationReason = { type: boughtScore > 0 ? 'bought-together' : 'goes-with', itemId: cause.itemId };
  return [{ itemId, score: boughtScore + LOOKED_WEIGHT * (score - boughtScore), reason }];
}

function sameType(a: string, b: string, { find }: RecommendationSources['catalog']): boolean {
  return find(a)?.garmentType === find(b)?.garmentType;
}
