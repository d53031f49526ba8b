import { traitsOf } from '../garment-traits.ts';
import { type Candidate, type Strategy, bestFirst, rankingOf } from '../strategy.ts';
import { knownItems, likenItem } from './by-attributes.ts';

/** Alike enough to be called so. */
const ALIKE_FROM = 0.7;
/** The newest, for an answer within milliseconds. */
const COMPARED = 2000;

/** Used pieces like the product of the page or, where there is none, like those looked at last; then the others. */
export const listingsLikeThis: Strategy = {
  name: 'listings-like-this',
  rank: ({ itemIds }, { listings, catalog, history }) => {
    const asked = itemIds.length > 0 ? itemIds : history.slice(-50).map(({ itemId }) => itemId).toReversed();
    const examples = knownItems(asked, catalog).slice(0, 3).map(traitsOf);
    const likened = bestFirst(listings.slice(0, COMPARED).map((listing) => likenItem(traitsOf(listing), examples)));
    const candidates = likened.map(({ itemId, score, likeId }): Candidate => ({ itemId, score, reason: score >= ALIKE_FROM ? { type: 'similar-to', itemId: likeId } : { type: 'second-hand' } }));
    return candidates[0]?.reason.type === 'similar-to' ? { candidates } : undefined;
  },
};

/** Used pieces, newest first. */
export const newestListings: Strategy = {
  name: 'listings',
  rank: (_request, { listings }) => rankingOf(listings.map(({ id }, place) => ({ itemId: id, score: -place, reason: { type: 'second-hand' } }))),
};
