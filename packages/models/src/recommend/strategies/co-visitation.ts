import { followItems } from '../follow-items.ts';
import { type Strategy, bestFirst, rankingOf } from '../strategy.ts';
import { becauseOf } from './because-of.ts';

/** What others looked at after what this shopper looked at. */
export const coVisitation: Strategy = {
  name: 'co-visitation',
  rank: (_request, { history, followers }) => rankingOf(bestFirst(followItems(history, followers)).map(({ itemId, score, cause }) => (
    { itemId, score, reason: becauseOf(cause.itemId, history) }
  ))),
};
