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

/** Scores from 0, such as co-visitation's -> log(share + 1e-4), in place. */
export function toLogShares(scores: Float32Array): void {
  let sum = 0;
  for (const score of scores) sum += score;
  // Nearly all are 0 in a large catalog: their logarithm is taken once.
  const least = Math.log(SMALLEST_SHARE);
  for (let item = 0; item < scores.length; item += 1) scores[item] = scores[item] === 0 || sum <= 0 ? least : Math.log((scores[item] ?? 0) / sum + SMALLEST_SHARE);
}

/** log p(model) + weight x log(p(partner) + 1e-4) into `into`, which may be one of the others. */
export function blendScores(logProbabilities: Float32Array, logShares: Float32Array, weight: number, into: Float32Array): void {
  for (let item = 0; item < into.length; item += 1) into[item] = (logProbabilities[item] ?? 0) + weight * (logShares[item] ?? 0);
}
