/** Place of the target among the candidates, from 1; ties count against us. Infinity where it cannot be recommended. @param candidates undefined: all items */
export function rankTarget(scores: Float32Array, target: number, excluded: ReadonlySet<number>, candidates?: Int32Array): number {
  const own = scores[target];
  if (own === undefined || Number.isNaN(own)) return Infinity;
  let rank = 1;
  if (candidates !== undefined) {
    for (const item of candidates) if (!((scores[item] ?? 0) < own)) rank += 1;
    return rank;
  }
  for (let item = 0; item < scores.length; item += 1) if (!((scores[item] ?? 0) < own) && item !== target && !excluded.has(item)) rank += 1;
  return rank;
}
