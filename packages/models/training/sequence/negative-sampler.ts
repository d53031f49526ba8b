import { type Negatives, type StepWindow, countItems } from '@vua/models/sequence';
import type { Random } from '../body/random.ts';

/** Draws items that stand for all others, with replacement. */
export type DrawNegatives = (count: number, random: Random) => Negatives;

/**
 * Chances go with a power of an item's count: 0 gives all items the same, 1 draws as shoppers do. What is drawn more often counts less (logits), so that
 * the loss stays an estimate of that over all items; popular items are the hard ones, so that the estimate wavers less. Items never seen count as seen once.
 */
export function createNegativeSampler(sequences: readonly StepWindow[], items: number, power: number): DrawNegatives {
  const weights = countItems(sequences.map((sequence) => sequence.items), items).map((count) => Math.max(count, 1) ** power);
  const ends = new Float64Array(items);
  let sum = 0;
  for (let item = 0; item < items; item += 1) ends[item] = sum += weights[item] ?? 0;
  return (count, random) => {
    const drawn = Int32Array.from({ length: count }, () => firstAbove(ends, random() * sum));
    return { items: drawn, logits: Float32Array.from(drawn, (item) => -Math.log(count * (weights[item] ?? 0) / sum)) };
  };
}

/** Place of the first end above a value, by halving. */
function firstAbove(ends: Float64Array, value: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
