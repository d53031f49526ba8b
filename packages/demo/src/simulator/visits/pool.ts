/** Items that one is drawn from. */
export interface Pool {
  /** Places in the catalog. */
  readonly items: Int32Array;
  /** Of each of them; sum 1. */
  readonly chances: Float64Array;
}

/** Items of weight 0 are left out. @param weightOf of an item and its place among the candidates, finite and not below 0 */
export function poolOf(candidates: ArrayLike<number>, weightOf: (item: number, place: number) => number): Pool {
  const items = new Int32Array(candidates.length);
  const weights = new Float64Array(candidates.length);
  let [count, sum] = [0, 0];
  for (let place = 0; place < candidates.length; place += 1) {
    const item = candidates[place] ?? 0;
    const weight = weightOf(item, place);
    if (weight <= 0) continue;
    items[count] = item;
    weights[count] = weight;
    count += 1;
    sum += weight;
  }
  for (let k = 0; k < count; k += 1) weights[k] = (weights[k] ?? 0) / sum;
  return { items: items.subarray(0, count), chances: weights.subarray(0, count) };
}

export const EMPTY_POOL: Pool = poolOf([], () => 0);
