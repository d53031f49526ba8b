import { compareText } from '../compare-text.ts';

const MOST = 3;
const LEAST_LIKENESS = 0.45;

/** Finds known tags that are written most alike, marks and spaces aside: Dice's coefficient over pairs of letters. Looks only at tags that share a pair with what is asked for. */
export function createNearestTags(known: readonly string[]): (tag: string) => readonly string[] {
  const pairCounts = new Uint16Array(known.length);
  const places = new Map<string, number[]>();
  for (const [place, other] of known.entries()) {
    const pairs = pairsOf(other);
    pairCounts[place] = pairs.size;
    for (const pair of pairs) {
      const at = places.get(pair);
      if (at === undefined) places.set(pair, [place]);
      else at.push(place);
    }
  }
  return (tag) => {
    const own = pairsOf(tag);
    const shared = new Map<number, number>();
    for (const pair of own) for (const place of places.get(pair) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    return [...shared]
      .map(([place, count]) => ({ other: known[place] ?? '', likeness: (2 * count) / (own.size + (pairCounts[place] ?? 0)) }))
      .filter((found) => found.likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || compareText(a.other, b.other))
      .slice(0, MOST)
      .map(({ other }) => other);
  };
}

function pairsOf(tag: string): ReadonlySet<string> {
  const plain = ` ${tag.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll(/[^\p{L}\p{N}]/gu, '')} `;
  return new Set(Array.from({ length: plain.length - 1 }, (_, k) => plain.slice(k, k + 2)));
}
