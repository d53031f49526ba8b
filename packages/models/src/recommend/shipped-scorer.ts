import { type OpenedModel, type ScoreItems, createEngine, partnerScorer, toLogShares } from '../sequence/index.ts';

/** Writes the product of a session's vector with each item's embedding into `scores`. */
export type ScoreVector = (vector: Float32Array, scores: Float32Array) => void;

/** Scores by the method that a model ships with: transformer, simple method, or both as `blendScores` adds them (but for a constant). @param scoreVector default: in plain TypeScript */
export function shippedScorer(model: OpenedModel, scoreVector?: ScoreVector): ScoreItems {
  const { manifest: { shape, shipped }, parameters, partner } = model;
  if (shipped.method !== 'transformer' && shipped.method !== 'blend') return partnerScorer(partner, shape.items);
  const engine = createEngine(shape, parameters);
  const transformer: ScoreItems = scoreVector === undefined ? engine.score : (history, scores) => {
    const vector = engine.sessionVector(history);
    if (vector === undefined) scores.fill(0);
    else scoreVector(vector, scores);
  };
  if (!('weight' in shipped)) return transformer;
  const { weight } = shipped;
  const scorePartner = partnerScorer(partner, shape.items);
  const shares = new Float32Array(shape.items);
  return (history, scores) => {
    transformer(history, scores);
    scorePartner(history, shares);
    toLogShares(shares);
    for (let item = 0; item < scores.length; item += 1) scores[item] = (scores[item] as number) + weight * (shares[item] as number);
  };
}
