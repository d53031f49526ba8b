import type { StepWindow } from '@vua/models/sequence';

/** One engine with one model. Every implementation passes `testing/describe-sequence-ranker.ts`. Calls reject only when the engine is lost or closed. */
export interface SequenceRanker {
  /** How likely each item comes next, by what the manifest says that ships: larger is likelier, no other meaning. @param history at most as long as the model's window */
  score(history: StepWindow): Promise<Float32Array>;
  /** Chances of each type of the next event as logarithms; undefined for an empty history or a model that does not know. */
  events(history: StepWindow): Promise<Float32Array | undefined>;
  /** The session in `width` numbers; undefined for an empty history. */
  vector(history: StepWindow): Promise<Float32Array | undefined>;
  /** Safe to call twice. */
  close(): void;
}
