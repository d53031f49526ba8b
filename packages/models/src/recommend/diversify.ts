import type { RankedItem } from './recommendation-sources.ts';

/** How alike two candidates are, 0-1, by their places. */
export type Likeness = (place: number, otherPlace: number) => number;

/**
 * Chooses `limit` items one after another (maximal marginal relevance, Carbonell and Goldstein 1998): each time the one with the largest
 * (1 - diversity) x relevance - diversity x likeness to the chosen item that it is most like. Relevance is the score, scaled to 0-1.
 * Where two knobs give different lists, the larger one's first different item is at most as much like the items before it.
 * @param candidates best first @param diversity 0-1
 */
export function diversify<T extends RankedItem>(candidates: readonly T[], limit: number, diversity: number, likeness: Likeness): readonly T[] {
  const relevances = scaledScores(candidates);
  const left = candidates.map((candidate, place) => ({ candidate, place, relevance: relevances[place] ?? 0, most: 0 }));
  const chosen: T[] = [];
  while (chosen.length < limit && left.length > 0) {
    const gains = left.map(({ relevance, most }) => (1 - diversity) * relevance - diversity * most);
    const [next] = left.splice(gains.indexOf(gains.reduce((a, b) => Math.max(a, b))), 1);
    if (next === undefined) break;
    chosen.push(next.candidate);
    if (diversity > 0) for (const each of left) each.most = Math.max(each.most, likeness(each.place, next.place));
  }
  return chosen;
}

function scaledScores(candidates: readonly RankedItem[]): readonly number[] {
  const scores = candidates.map(({ score }) => score);
  const [least, most] = [scores.reduce((a, b) => Math.min(a, b), Infinity), scores.reduce((a, b) => Math.max(a, b), -Infinity)];
  return scores.map((score) => (most > least ? (score - least) / (most - least) : 1));
}
