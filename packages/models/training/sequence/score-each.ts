import type { ScoreItems } from '@vua/models/sequence';
import type { ScoreMany } from './evaluate.ts';

/** A method that takes one history at a time, for many. */
export function scoreEach(scoreItems: ScoreItems, items: number): ScoreMany {
  return (histories) => Promise.resolve(histories.map((history) => {
    const scores = new Float32Array(items);
    scoreItems(history, scores);
    return scores;
  }));
}
