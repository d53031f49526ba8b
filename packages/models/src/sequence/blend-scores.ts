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

/** log(share + 1e-4) of a score's share of `sum`, above that of an item nobody saw follow. */
export const logShare = (score: number, sum: number): number => (sum > 0 ? Math.log1p(score / sum / SMALLEST_SHARE) : 0);

/** What is added to a model's scores, by item. What is not named gets nothing: in a large catalog nearly all of it. */
export type Bonus = ReadonlyMap<number, number>;

/** `weight` x log(p(partner) + 1e-4), up to a constant of the history: nothing where the partner has no say. */
export function shareBonus(shares: ReadonlyMap<number, number>, weight: number): Map<number, number> {
  const [sum, bonus] = [sumOf(shares), new Map<number, number>()];
  for (const [item, score] of shares) bonus.set(item, weight * logShare(score, sum));
  return bonus;
}

/** How many items lose by it. */
export const lossesOf = (bonus: Bonus): number => [...bonus.values()].filter((worth) => worth < 0).length;

/** In place. */
export function addBonus(scores: Float32Array, bonus: Bonus): void {
  for (const [item, worth] of bonus) scores[item] = (scores[item] ?? 0) + worth;
}

/** What shares are shares of. */
export function sumOf(shares: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const score of shares.values()) sum += score;
  return sum;
}
