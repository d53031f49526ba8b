const MOST = 3;
const LEAST_LIKENESS = 0.45;

/** Known tags that are written most alike, marks and spaces aside: Dice's coefficient over pairs of letters. */
export function nearestTags(tag: string, known: readonly string[]): readonly string[] {
  const own = pairsOf(tag);
  return known
    .map((other) => ({ other, likeness: likeness(own, pairsOf(other)) }))
    .filter((found) => found.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || Number(a.other > b.other) - Number(a.other < b.other))
    .slice(0, MOST)
    .map(({ other }) => other);
}

function pairsOf(tag: string): ReadonlySet<string> {
  const plain = ` ${tag.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll(/[^\p{L}\p{N}]/gu, '')} `;
  return new Set(Array.from({ length: plain.length - 1 }, (_, k) => plain.slice(k, k + 2)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}
