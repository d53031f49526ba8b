import type { ScoreItems } from '../score-items.ts';

/** How often each item occurs. */
export function countItems(sequences: readonly Int32Array[], items: number): Float32Array {
  const counts = new Float32Array(items);
  for (const sequence of sequences) for (const item of sequence) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** Everybody gets what sells. */
export const createPopularity = (counts: Float32Array): ScoreItems => (_history, scores) => scores.set(counts);
