/** The `count` items with the best scores, best first; equal ones in the order of their numbers. */
export function topItems(scores: Float32Array, count: number, excluded: ReadonlySet<number>): number[] {
  const top: number[] = [];
  let least = -Infinity;
  for (let item = 0; item < scores.length; item += 1) {
    const score = scores[item] ?? 0;
    if (top.length >= count && score <= least || excluded.has(item)) continue;
    let at = top.length;
    while (at > 0 && (scores[top[at - 1] ?? 0] ?? 0) < score) at -= 1;
    top.splice(at, 0, item);
    if (top.length > count) top.pop();
    if (top.length === count) least = scores[top[count - 1] ?? 0] ?? 0;
  }
  return top;
}
