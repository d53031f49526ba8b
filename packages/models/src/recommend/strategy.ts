import type { RecommendationReason, RecommendationStrategy } from '../contracts/index.ts';
import type { RecommendationRequest } from './recommendation-request.ts';
import type { RankedItem, RecommendationSources } from './recommendation-sources.ts';

/** An item that may be recommended, and why. */
export interface Candidate extends RankedItem {
  readonly reason: RecommendationReason;
}

export interface Ranking {
  /** Best first; may hold what is not in the catalog or may not be shown. */
  readonly candidates: readonly Candidate[];
  /** Where a model ranked. */
  readonly modelVersion?: string;
}

/** A way of choosing. Undefined where it has nothing to say. */
export interface Strategy {
  readonly name: Exclude<RecommendationStrategy, 'none'>;
  readonly rank: (request: RecommendationRequest, sources: RecommendationSources) => Ranking | undefined;
}

/** How many candidates a strategy offers: filters and diversity need a choice. */
export const poolSize = (limit: number): number => Math.max(100, 4 * limit);

export const rankingOf = (candidates: readonly Candidate[]): Ranking | undefined => (candidates.length === 0 ? undefined : { candidates });

/** Best first; of equals the lower id, so that the same question has the same answer. */
export function bestFirst<T extends RankedItem>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1));
}
