import { gainAt10 } from './evaluate.ts';
import type { SequenceCase } from './split-log.ts';

/** NDCG@10 of each method over questions whose history has a certain length. */
export interface LengthGroup {
  readonly n: number;
  readonly ndcg10: Readonly<Record<string, number>>;
}

/** First length of each group; the last has no end. */
const STARTS = [0, 2, 5, 10, 20, 50, 200] as const;

/** Groups by what they hold, such as `5-9`; empty ones are left out. @param ranks of each method, in the order of the cases */
export function lengthGroups(cases: readonly SequenceCase[], ranks: Readonly<Record<string, Float64Array>>): Readonly<Record<string, LengthGroup>> {
  return Object.fromEntries(STARTS.flatMap((from, k) => {
    const until = STARTS[k + 1] ?? Infinity;
    const places = cases.flatMap(({ history: { items } }, place) => (items.length >= from && items.length < until ? [place] : []));
    if (places.length === 0) return [];
    const ndcg10 = Object.fromEntries(Object.entries(ranks).map(([name, all]) => [name, places.reduce((sum, place) => sum + gainAt10(all[place] ?? Infinity), 0) / places.length]));
    return [[until === Infinity ? `${from}+` : `${from}-${until - 1}`, { n: places.length, ndcg10 }] as const];
  }));
}
