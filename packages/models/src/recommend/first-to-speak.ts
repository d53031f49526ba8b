import type { RecommendationRequest } from './recommendation-request.ts';
import type { RecommendationSources } from './recommendation-sources.ts';
import { STRATEGIES } from './strategies.ts';
import type { Ranking, Strategy } from './strategy.ts';
import { takeAllowed } from './take-allowed.ts';

/** A row with fewer looks broken: then the next strategy is asked. */
const ENOUGH = 4;

export interface Spoken {
  readonly strategy: Strategy;
  /** What of it may be shown, no item twice. */
  readonly ranking: Ranking;
}

/** The first strategy that finds enough which may be shown: 4, or the limit. If none does, the one that finds most. */
export function firstToSpeak(request: RecommendationRequest, sources: RecommendationSources, allows: (itemId: string) => boolean): Spoken | undefined {
  let most: Spoken | undefined;
  for (const strategy of STRATEGIES[request.kind]) {
    const found = strategy.rank(request, sources);
    if (found === undefined) continue;
    const ranking = { ...found, candidates: takeAllowed(found.candidates, request, sources.catalog, allows) };
    if (ranking.candidates.length > (most?.ranking.candidates.length ?? 0)) most = { strategy, ranking };
    if (ranking.candidates.length >= Math.min(ENOUGH, request.limit)) break;
  }
  return most;
}
