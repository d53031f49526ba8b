import { followItems } from '../follow-items.ts';
import { traitsOf } from '../garment-traits.ts';
import { type Strategy, bestFirst, rankingOf } from '../strategy.ts';
import { likenItem, likenItems, knownItems } from './by-attributes.ts';

/** What co-visitation counts beside attributes, each scaled to 0-1. Judgement, not measured. */
const FOLLOWED_WEIGHT = 0.5;

/** Like the product of the page by its attributes, more so where others looked at both. What was looked at after it counts even where it is another type of garment. */
export const similarItems: Strategy = {
  name: 'similar-items',
  rank: ({ itemIds }, { catalog, followers }) => {
    const examples = knownItems(itemIds, catalog);
    const traits = examples.map(traitsOf);
    const followed = followItems(itemIds.map((itemId) => ({ itemId, type: 'view_item' })), followers);
    const most = followed.reduce((top, { score }) => Math.max(top, score), 0);
    const shares = new Map(followed.map(({ itemId, score, cause }) => [itemId, { share: score / most, causeId: cause.itemId }]));
    const alike = likenItems(examples, catalog);
    const compared = new Set(alike.map(({ itemId }) => itemId));
    const others = knownItems(followed.map(({ itemId }) => itemId), catalog).filter(({ id }) => !compared.has(id));
    const all = [...alike, ...others.map((item) => likenItem(traitsOf(item), traits))];
    return rankingOf(bestFirst(all.map(({ itemId, score, likeId }) => {
      const { share = 0, causeId = likeId } = shares.get(itemId) ?? {};
      const likeness = (1 - FOLLOWED_WEIGHT) * Math.max(0, score);
      const together = FOLLOWED_WEIGHT * share;
      // Another type of garment is not alike, whatever else it shares.
      const isDueToOthers = together > likeness || !compared.has(itemId);
      return { itemId, score: likeness + together, reason: isDueToOthers ? { type: 'because-viewed' as const, itemId: causeId } : { type: 'similar-to' as const, itemId: likeId } };
    })));
  },
};
