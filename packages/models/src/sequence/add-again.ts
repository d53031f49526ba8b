/** The items of a history by how long ago each was seen last, the latest first. @param most of them */
export function latestItems(items: Int32Array, most: number): readonly number[] {
  const latest = new Set<number>();
  for (let step = items.length - 1; step >= 0 && latest.size < most; step -= 1) latest.add(items[step] ?? 0);
  return [...latest];
}

/** Adds, in place, what it is worth to have been seen already. @param again for the item seen last, the one before it, ...; on a log scale */
export function addAgain(bonus: Map<number, number>, items: Int32Array, again: readonly number[]): void {
  for (const [k, item] of latestItems(items, again.length).entries()) bonus.set(item, (bonus.get(item) ?? 0) + (again[k] ?? 0));
}
