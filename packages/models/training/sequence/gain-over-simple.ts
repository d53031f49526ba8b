import { gainAt10 } from './evaluate.ts';
import type { BaselineName } from './fit-baselines.ts';
import { type PairedGain, pairedGain } from './paired-gain.ts';

const SIMPLE: readonly BaselineName[] = ['popularity', 'bigram', 'coVisitation', 'vsknn'];

/** Ranks of targets by method, in the order of the questions. */
export type RanksByMethod = Readonly<Record<BaselineName | 'shipped', Float64Array>>;

/** How much better what ships is than the simple method that is best on these questions: whoever wins here was not known before. */
export interface GainOverSimple extends PairedGain {
  readonly n: number;
  readonly over: BaselineName;
  /** NDCG@10 of that method. */
  readonly overNdcg10: number;
}

/** @param counts which of the questions count */
export function gainOverSimple(ranks: RanksByMethod, counts: (place: number) => boolean = () => true): GainOverSimple {
  const of = (name: keyof RanksByMethod): Float64Array => ranks[name].filter((_, place) => counts(place));
  const ndcg10 = (values: Float64Array): number => values.reduce((sum, rank) => sum + gainAt10(rank), 0) / Math.max(values.length, 1);
  const [best = { name: 'popularity' as const, ndcg10: 0 }] = SIMPLE.map((name) => ({ name, ndcg10: ndcg10(of(name)) })).sort((a, b) => b.ndcg10 - a.ndcg10);
  const shipped = of('shipped');
  return { n: shipped.length, over: best.name, overNdcg10: best.ndcg10, ...pairedGain(shipped, of(best.name)) };
}
