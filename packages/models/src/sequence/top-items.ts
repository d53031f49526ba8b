/** An item of a table, by its number. */
export interface TopItem {
  readonly item: number;
  readonly score: number;
}

/** The `limit` largest of `scores`, largest first, of equals the lower number. `skips` is asked only about those that would be among them. */
export function topItems(scores: Float32Array | Float64Array, limit: number, skips: (item: number) => boolean = () => false): readonly TopItem[] {
  const best: { item: number; score: number }[] = [];
  let least = -Infinity;
  for (let item = 0; item < scores.length; item += 1) {
    const score = scores[item] as number;
    if (best.length === limit && !(score > least)) continue;
    if (limit === 0 || skips(item)) continue;
    if (best.length === limit) best.pop();
    best.splice(placeOf(best, score), 0, { item, score });
    least = best.at(-1)?.score ?? -Infinity;
  }
  return best;
}

/** Behind all that are at least as large. */
function placeOf(best: readonly TopItem[], score: number): number {
  let [from, to] = [0, best.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((best[middle]?.score ?? -Infinity) >= score) from = middle + 1;
    else to = middle;
  }
  return from;
}
