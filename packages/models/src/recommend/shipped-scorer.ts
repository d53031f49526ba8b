import { type OpenedModel, type ScoreItems, type SequenceEngine, createShippedScorer } from '../sequence/index.ts';

/** Writes the product of a session's vector with each item's embedding into `scores`. */
export type ScoreVector = (vector: Float32Array, scores: Float32Array) => void;

/** What ships, with the products of the session's vector computed elsewhere where told so. */
export function shippedScorer(model: OpenedModel, engine: SequenceEngine, scoreVector?: ScoreVector): ScoreItems {
  if (scoreVector === undefined) return createShippedScorer(model, engine);
  return createShippedScorer(model, {
    score: (history, scores) => {
      const vector = engine.sessionVector(history);
      if (vector === undefined) scores.fill(0);
      else scoreVector(vector, scores);
    },
  });
}
