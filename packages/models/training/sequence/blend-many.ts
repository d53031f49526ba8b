import { type ScoreItems, blendScores, toLogProbabilities, toLogShares } from '@vua/models/sequence';
import type { ScoreMany } from './evaluate.ts';

/** log p(model) + weight x log(p(partner) + 1e-4), for many histories. */
export function blendMany(model: ScoreMany, partner: ScoreItems, weight: number): ScoreMany {
  return async (histories) => (await model(histories)).map((logits, k) => {
    const shares = new Float32Array(logits.length);
    const history = histories[k];
    if (history !== undefined) partner(history, shares);
    toLogProbabilities(logits);
    toLogShares(shares);
    blendScores(logits, shares, weight, shares);
    return shares;
  });
}
