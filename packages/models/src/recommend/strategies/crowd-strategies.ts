import type { RecommendationReason } from '../../contracts/index.ts';
import type { RankedItem } from '../recommendation-sources.ts';
import { type Ranking, type Strategy, rankingOf } from '../strategy.ts';

export const trending: Strategy = { name: 'trending', rank: (_request, { crowd }) => ranked(crowd.trending, { type: 'trending' }) };

export const popular: Strategy = { name: 'popular', rank: (_request, { crowd }) => ranked(crowd.popular, { type: 'popular' }) };

export const newest: Strategy = { name: 'newest', rank: (_request, { crowd }) => ranked(crowd.newest, { type: 'new' }) };

export const popularInSize: Strategy = {
  name: 'popular-in-size',
  rank: ({ size }, { crowd }) => (size === undefined ? undefined : ranked(crowd.popularInSize(size), { type: 'popular-in-size', size })),
};

/** The shop's own order: where nothing is known of anything. */
export const catalogOrder: Strategy = {
  name: 'catalog',
  rank: (_request, { catalog }) => ranked(catalog.all.map(({ id }, place) => ({ itemId: id, score: -place })), { type: 'as-listed' }),
};

const ranked = (items: readonly RankedItem[], reason: RecommendationReason): Ranking | undefined => rankingOf(items.map(({ itemId, score }) => ({ itemId, score, reason })));
