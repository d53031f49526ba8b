/** Added to a share before its logarithm, so that an item nobody saw follow is unlikely, not impossible. */
const SMALLEST_SHARE = 1e-4;

/** Logits -> log p, in place. */
export function toLogProbabilities(logits: Float32Array): void {
  let top = -Infinity;
  for (const logit of logits) top = Math.max(top, logit);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - top);
  const total = top + Math.log(sum);
  for (let item = 0; item < logits.length; item += 1) logits[item] = (logits[item] ?? 0) - total;
}

/** A score's share of their sum -> log(share + 1e-4). */
export const logShare = (score: number, sum: number): number => Math.log((sum > 0 ? score / sum : 0) + SMALLEST_SHARE);

/** Scores from 0, such as co-visitation's -> log(share + 1e-4), in place. */
export function toLogShares(scores: Float32Array): void {
  let sum = 0;
  for (const score of scores) sum += score;
  // Nearly all are 0 in a large catalog: their logarithm is taken once.
  const least = logShare(0, sum);
  for (let item = 0; item < scores.length; item += 1) scores[item] = scores[item] === 0 ? least : logShare(scores[item] ?? 0, sum);
}

/** log p(model) + weight x log(p(partner) + 1e-4) into `into`, which may be one of the others. */
export function blendScores(logProbabilities: Float32Array, logShares: Float32Array, weight: number, into: Float32Array): void {
  for (let item = 0; item < into.length; item += 1) into[item] = (logProbabilities[item] ?? 0) + weight * (logShares[item] ?? 0);
}
