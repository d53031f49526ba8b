import { CO_VISITATION } from '../sequence/index.ts';
import type { HistoryStep } from '../sequence/index.ts';
import type { Follower, RankedItem, RecommendationSources } from './recommendation-sources.ts';

/** How much an item was followed by all its followers together: what it is divided by, or else common items would outvote the others. */
const breadthOf = (followers: readonly Follower[]): number => followers.reduce((sum, { weight }) => sum + weight, 0) ** CO_VISITATION.sourcePower;

export interface Followed extends RankedItem {
  /** The step that contributed most to the score. */
  readonly cause: HistoryStep;
  /** The part of the score that comes from what was bought together. */
  readonly boughtScore: number;
}

/** What follows the last steps, each step less the longer ago it was (co-visitation: the last 10, by 0.8 a step). The steps' own items are left out. */
export function followItems(steps: readonly HistoryStep[], followers: RecommendationSources['followers']): readonly Followed[] {
  const own = new Set(steps.map(({ itemId }) => itemId));
  const found = new Map<string, { score: number; boughtScore: number; most: number; cause: HistoryStep }>();
  const shares = contributionsOf(steps);
  for (const { step, share } of shares) {
    const row = followers(step.itemId);
    const factor = row.length === 0 ? 0 : share / breadthOf(row);
    for (const { itemId, weight, boughtWeight } of row) {
      if (own.has(itemId)) continue;
      const known = found.get(itemId) ?? { score: 0, boughtScore: 0, most: 0, cause: step };
      const added = factor * weight;
      known.score += added;
      known.boughtScore += factor * boughtWeight;
      if (added > known.most) [known.most, known.cause] = [added, step];
      found.set(itemId, known);
    }
  }
  return Array.from(found, ([itemId, { score, boughtScore, cause }]) => ({ itemId, score, boughtScore, cause }));
}

/** What each item of the last steps counts; one that came twice counts for both, so that it can be the cause for both. */
function contributionsOf(steps: readonly HistoryStep[]): readonly { readonly step: HistoryStep; readonly share: number }[] {
  const shares = new Map<string, { step: HistoryStep; share: number }>();
  for (const [age, step] of steps.slice(-CO_VISITATION.recent).toReversed().entries()) {
    const known = shares.get(step.itemId);
    if (known === undefined) shares.set(step.itemId, { step, share: CO_VISITATION.decay ** age });
    else known.share += CO_VISITATION.decay ** age;
  }
  return [...shares.values()];
}
