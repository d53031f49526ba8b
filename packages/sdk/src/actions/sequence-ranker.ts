import type { StepWindow, TopItem } from '@vua/models/sequence';

/** One engine with one model. Every implementation passes `testing/describe-sequence-ranker.ts`. Calls reject only when the engine is lost or closed. */
export interface SequenceRanker {
  /** The `limit` items that are likeliest to come next, by what the manifest says that ships, likeliest first; a score has no other meaning. @param history at most as long as the model's window */
  best(history: StepWindow, limit: number, skips: ReadonlySet<number>): Promise<readonly TopItem[]>;
  /** The same scores for `items`, one each. */
  score(history: StepWindow, items: Int32Array): Promise<Float32Array>;
  /** Chances of each type of the next event as logarithms; undefined for an empty history or a model that does not know. */
  events(history: StepWindow): Promise<Float32Array | undefined>;
  /** The session in `width` numbers; undefined for an empty history. */
  vector(history: StepWindow): Promise<Float32Array | undefined>;
  /** Safe to call twice. */
  close(): void;
}
