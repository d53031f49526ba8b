/** An item of a table, by its number. */
export interface TopItem {
  readonly item: number;
  readonly score: number;
}

/** How many more are taken before anything is skipped. */
const SPARE = 8;

/** The `limit` largest of `scores`, largest first, of equals the lower number. `skips` is asked about few: mostly those that would be among them. */
export function topItems(scores: Float32Array | Float64Array, limit: number, skips?: (item: number) => boolean): readonly TopItem[] {
  if (skips === undefined) return largest(scores, limit, () => false);
  // Whoever is asked about each item that is large so far is asked ten times as often as there are places.
  const kept: TopItem[] = [];
  for (const one of largest(scores, limit + SPARE, () => false)) {
    if (kept.length === limit) break;
    if (!skips(one.item)) kept.push(one);
  }
  return kept.length === limit || scores.length <= limit + SPARE ? kept : largest(scores, limit, skips);
}

function largest(scores: Float32Array | Float64Array, limit: number, skips: (item: number) => boolean): readonly TopItem[] {
  const best: TopItem[] = [];
  const count = limit > 0 ? scores.length : 0;
  let isFull = false;
  let least = -Infinity;
  for (let item = 0; item < count; item += 1) {
    const score = scores[item] as number;
    if ((!(score > least) && isFull) || skips(item)) continue;
    if (isFull) best.pop();
    best.splice(placeOf(best, score), 0, { item, score });
    isFull = best.length === limit;
    if (isFull) least = (best[limit - 1] as TopItem).score;
  }
  return best;
}

/** Behind all that are at least as large. */
function placeOf(best: readonly TopItem[], score: number): number {
  let from = 0;
  let to = best.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((best[middle] as TopItem).score >= score) from = middle + 1;
    else to = middle;
  }
  return from;
}
