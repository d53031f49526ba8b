import { type Strategy, bestFirst, rankingOf } from '../strategy.ts';
import { knownItems, likenItems } from './by-attributes.ts';

/** Examples that are compared: more would make everything alike. */
const RECENT = 3;

/** Garments like those looked at last, for a shop whose log knows nothing of them yet. */
export const historyAttributes: Strategy = {
  name: 'history-attributes',
  rank: (_request, { history, catalog }) => {
    const examples = knownItems(history.slice(-50).map(({ itemId }) => itemId).toReversed(), catalog).slice(0, RECENT);
    return rankingOf(bestFirst(likenItems(examples, catalog)).map(({ itemId, score, likeId }) => ({ itemId, score, reason: { type: 'similar-to', itemId: likeId } })));
  },
};
