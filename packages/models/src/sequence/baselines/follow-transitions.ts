import type { ScoreFollowers } from '../score-items.ts';
import type { Transitions } from './transitions.ts';

export interface FollowSettings {
  /** How many of the last steps count. */
  readonly recent: number;
  /** What the step before counts, times the one after it. */
  readonly decay: number;
  /** What follows an item is divided by this power of the item's own popularity, or else common items would outvote the others. */
  readonly sourcePower: number;
  /** Scores are divided by this power of the popularity of the item that is scored. */
  readonly popularityPower: number;
}

/**
 * Pairs within 5 steps, the last 10 steps. `sourcePower` is the best of 0, 0.25, ... 1 on validation items of ML-1M (NDCG@10 0.149, 0.155,
 * 0.160, 0.163, 0.160; half of the users); on its test items 0.157.
 */
export const CO_VISITATION: FollowSettings & { readonly reach: number } = { reach: 5, recent: 10, decay: 0.8, sourcePower: 0.75, popularityPower: 0.25 };

/** What followed the last item, nothing else. */
export const BIGRAM: FollowSettings & { readonly reach: number } = { reach: 1, recent: 1, decay: 1, sourcePower: 0, popularityPower: 0 };

/** What a pair is worth among those that a file keeps: what it adds to a list, with items that are often asked about before others. On ML-1M better than either side of it: without the item's popularity, or with all of it. */
export function createPairWorth(counts: Float32Array, { sourcePower, popularityPower }: FollowSettings): (item: number, follower: number, weight: number) => number {
  const [sources, factors] = [powerOf(counts, sourcePower / 2), powerOf(counts, popularityPower)];
  return (item, follower, weight) => weight * (sources[item] ?? 0) * (factors[follower] ?? 0);
}

const powerOf = (counts: Float32Array, exponent: number): Float32Array => counts.map((count) => Math.max(count, 1) ** -exponent);

/** Scores items by how often they followed what was last seen. @param counts how often each item occurs */
export function createFollower({ starts, followers, weights }: Transitions, counts: Float32Array, { recent, decay, sourcePower, popularityPower }: FollowSettings): ScoreFollowers {
  const [sources, factors] = [powerOf(counts, sourcePower), powerOf(counts, popularityPower)];
  return ({ items }) => {
    const scores = new Map<number, number>();
    for (let age = 0; age < Math.min(recent, items.length); age += 1) {
      const item = items[items.length - 1 - age] ?? 0;
      const weight = decay ** age * (sources[item] ?? 0);
      for (let k = starts[item] ?? 0; k < (starts[item + 1] ?? 0); k += 1) {
        const follower = followers[k] ?? 0;
        scores.set(follower, (scores.get(follower) ?? 0) + weight * (weights[k] ?? 0) * (factors[follower] ?? 0));
      }
    }
    return scores;
  };
}
