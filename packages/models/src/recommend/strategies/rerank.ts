import { followItems } from '../follow-items.ts';
import { type Candidate, type Ranking, type Strategy, bestFirst } from '../strategy.ts';
import { becauseOf } from './because-of.ts';
import { explain } from './sequence-model.ts';

/** The given list by what the sequence model expects. */
export const rerankByModel: Strategy = {
  name: 'rerank-by-model',
  rank: ({ itemIds }, { expect, history }) => {
    const expected = expect(itemIds.length, itemIds);
    return expected && withRest(itemIds, expected.items.map(explain(expected, history)), expected.modelVersion);
  },
};

/** The given list by what others looked at after what this shopper looked at. */
export const rerankByHistory: Strategy = {
  name: 'rerank-by-history',
  rank: ({ itemIds }, { history, followers }) => withRest(itemIds, followItems(history, followers).map(({ itemId, score, cause }) => ({ itemId, score, reason: becauseOf(cause.itemId, history) }))),
};

/** The given list, what is popular first. */
export const rerankByPopularity: Strategy = {
  name: 'rerank-by-popularity',
  rank: ({ itemIds }, { crowd }) => withRest(itemIds, crowd.popular.map(({ itemId, score }) => ({ itemId, score, reason: { type: 'popular' } }))),
};

export const asGiven: Strategy = { name: 'as-given', rank: ({ itemIds }) => ({ candidates: restOf(itemIds, 0) }) };

/** What is known, best first; then the rest of the list as it was given. Undefined where nothing of it is known. */
function withRest(itemIds: readonly string[], known: readonly Candidate[], modelVersion?: string): Ranking | undefined {
  const given = new Set(itemIds);
  const ranked = bestFirst(known.filter(({ itemId }) => given.has(itemId)));
  const least = ranked.at(-1)?.score;
  if (least === undefined) return undefined;
  for (const { itemId } of ranked) given.delete(itemId);
  return { candidates: [...ranked, ...restOf([...given], least)], ...(modelVersion === undefined ? {} : { modelVersion }) };
}

const restOf = (itemIds: readonly string[], below: number): readonly Candidate[] => itemIds.map((itemId, place) => ({ itemId, score: below - 1 - place, reason: { type: 'as-listed' } }));
