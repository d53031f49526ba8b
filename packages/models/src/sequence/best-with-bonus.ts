import type { Bonus } from './blend-scores.ts';
import { type TopItem, topItems } from './top-items.ts';

/** Some items with their scores, one each. */
export interface RankedPart {
  readonly items: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
}

/**
 * The `limit` items with the largest score and bonus together, largest first, of equals the lower number; without having seen the scores of all.
 * @param top the model's best: at least `limit`, one more for each that is skipped or has a bonus below 0, or all there are. Who is not among them is behind `limit` others or has a bonus
 * @param named every item that has a bonus, with the model's score
 */
export function bestWithBonus(top: RankedPart, named: RankedPart, bonus: Bonus, limit: number, skips: ReadonlySet<number>): readonly TopItem[] {
  const scores = new Map<number, number>();
  for (const { items, scores: given } of [top, named]) {
    for (let k = 0; k < items.length; k += 1) scores.set(items[k] as number, given[k] as number);
  }
  const candidates = Int32Array.from(scores.keys()).filter((item) => !skips.has(item)).sort();
  const sums = Float32Array.from(candidates, (item) => (scores.get(item) ?? 0) + (bonus.get(item) ?? 0));
  return topItems(sums, limit).map(({ item: place, score }) => ({ item: candidates[place] as number, score }));
}
