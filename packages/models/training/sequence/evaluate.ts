import { type StepWindow, topItems } from '@vua/models/sequence';
import type { SequenceCase } from './split-log.ts';
import { listMetrics } from './list-metrics.ts';
import { rankTarget } from './rank-target.ts';
import { type Random, seededRandom } from '../body/random.ts';

/** Scores of all items for many histories. */
export type ScoreMany = (histories: readonly StepWindow[]) => Promise<readonly Float32Array[]>;

/** Against what a target is ranked: all items not seen by that user, 100 unseen items drawn with equal chances, or all items. */
export type Protocol = 'full' | 'sampled' | 'unfiltered';

/** Figures of one method. */
export interface SequenceFigures extends ListFigures {
  readonly hr10: number;
  readonly ndcg10: number;
  readonly precision10: number;
  readonly recall10: number;
  readonly hr20: number;
  readonly mrr20: number;
}

/** What all lists of a method together look like. */
export interface ListFigures {
  /** Share of the catalog in anybody's first ten. */
  readonly coverage: number;
  /** How unequal items share the first tens: 0 all alike, 1 one item has all. */
  readonly gini: number;
  /** Mean of -log2(share of all events) over the first tens. */
  readonly novelty: number;
  /** How much more popular what is listed is than what people do: mean count of listed items over the mean count of what happened. */
  readonly popularityLift: number;
  /** Share of places in the first tens for items with fewer than five events. */
  readonly coldShare: number;
}

export interface Evaluation {
  readonly figures: SequenceFigures;
  /** Rank of each case's target. */
  readonly ranks: Float64Array;
}

const BATCH = 64;
const NEGATIVES = 100;
const LIST = 10;

/** Ranks every case's target. @param counts how often each item occurs in what was trained on */
export async function evaluate(cases: readonly SequenceCase[], scoreMany: ScoreMany, protocol: Protocol, counts: Float32Array, seed = 1): Promise<Evaluation> {
  const random = seededRandom(seed);
  const ranks = new Float64Array(cases.length);
  const shown = new Float64Array(counts.length);
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases.slice(from, from + BATCH);
    for (const [k, scores] of (await scoreMany(batch.map(({ history }) => history))).entries()) {
      const { history, target } = batch[k] as SequenceCase;
      const seen = new Set(protocol === 'unfiltered' ? [] : history.items);
      const negatives = protocol === 'sampled' ? drawUnseen(random, scores.length, seen, target) : undefined;
      ranks[from + k] = rankTarget(scores, target, seen, negatives);
      for (const { item } of topItems(scores, LIST, (one) => seen.has(one))) shown[item] = (shown[item] ?? 0) + 1;
    }
  }
  return { figures: { ...rankMetrics(ranks), ...listMetrics(shown, counts) }, ranks };
}

/** NDCG with one right answer: 1 / log2(rank + 1), 0 below the tenth. */
export const gainAt10 = (rank: number): number => (rank <= 10 ? 1 / Math.log2(rank + 1) : 0);

function rankMetrics(ranks: Float64Array): Omit<SequenceFigures, keyof ListFigures> {
  const mean = (value: (rank: number) => number): number => ranks.reduce((sum, rank) => sum + value(rank), 0) / Math.max(ranks.length, 1);
  const hr10 = mean((rank) => Number(rank <= 10));
  return {
    hr10, ndcg10: mean(gainAt10), precision10: hr10 / 10, recall10: hr10,
    hr20: mean((rank) => Number(rank <= 20)), mrr20: mean((rank) => (rank <= 20 ? 1 / rank : 0)),
  };
}

/** Fewer where the catalog has fewer. */
function drawUnseen(random: Random, items: number, seen: ReadonlySet<number>, target: number): Int32Array {
  const drawn = new Set<number>();
  const possible = items - seen.size - (seen.has(target) || target < 0 ? 0 : 1);
  while (drawn.size < Math.min(NEGATIVES, possible)) {
    const item = Math.floor(random() * items);
    if (item !== target && !seen.has(item)) drawn.add(item);
  }
  return Int32Array.from(drawn);
}
