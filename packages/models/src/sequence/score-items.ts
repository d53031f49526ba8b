import type { StepWindow } from './pack-batch.ts';

/** Writes into `scores`, one number an item, how likely each comes next after `history`: larger is likelier, no other meaning. */
export type ScoreItems = (history: StepWindow, scores: Float32Array) => void;
