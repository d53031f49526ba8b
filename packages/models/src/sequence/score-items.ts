import type { StepWindow } from './pack-batch.ts';

/** Writes into `scores`, one number an item, how likely each comes next after `history`: larger is likelier, no other meaning. */
export type ScoreItems = (history: StepWindow, scores: Float32Array) => void;

/** How strongly items come after `history`, by item; 0 or more. What is not named has 0: in a large catalog nearly all of it. */
export type ScoreFollowers = (history: StepWindow) => ReadonlyMap<number, number>;

/** The same, one number for every item. */
export const toScoreItems = (scoreFollowers: ScoreFollowers): ScoreItems => (history, scores) => {
  scores.fill(0);
  for (const [item, score] of scoreFollowers(history)) scores[item] = score;
};
