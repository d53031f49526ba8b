/** Counts one more of a key in any of many maps; keys that would be more than `most` in all of them are left out. */
export function createAddOne(most: number): (counts: Map<string, number>, key: string) => void {
  let keys = 0;
  return (counts, key) => {
    const before = counts.get(key);
    if (before === undefined && keys >= most) return;
    if (before === undefined) keys += 1;
    counts.set(key, (before ?? 0) + 1);
  };
}
