import { type Strategy, rankingOf } from '../strategy.ts';

/** What was looked at last, newest first; not the product of the page itself. */
export const recentlySeen: Strategy = {
  name: 'recently-seen',
  rank: ({ itemIds }, { history }) => {
    const seen = new Set(history.map(({ itemId }) => itemId).toReversed());
    for (const itemId of itemIds) seen.delete(itemId);
    return rankingOf(Array.from(seen, (itemId, place) => ({ itemId, score: -place, reason: { type: 'seen-before' } })));
  },
};
