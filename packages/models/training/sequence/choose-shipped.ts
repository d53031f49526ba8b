import { type PartnerName, type ScoreFollowers, type ShippedMethod, PARTNERS, addBonus, shareBonus, shippedName } from '@vua/models/sequence';
import { type ScoreMany, gainAt10 } from './evaluate.ts';
import { rankTarget } from './rank-target.ts';
import type { SequenceCase } from './split-log.ts';

const WEIGHTS = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3] as const;
const BATCH = 64;

/** NDCG@10 and HR@10 of one candidate on validation. */
export interface CandidateFigures {
  readonly shipped: ShippedMethod;
  readonly ndcg10: number;
  readonly hr10: number;
}

interface Tally {
  readonly shipped: ShippedMethod;
  gain: number;
  hits: number;
}

/** Every method that could ship, the best on these cases first. Never give it cases that figures are reported on. */
export async function compareCandidates(cases: readonly SequenceCase[], transformer: ScoreMany, partners: Readonly<Record<PartnerName, ScoreFollowers>>, filtersSeen: boolean): Promise<readonly CandidateFigures[]> {
  const tallies = new Map<string, Tally>();
  const count = (shipped: ShippedMethod, rank: number): void => {
    const tally = tallies.get(shippedName(shipped)) ?? { shipped, gain: 0, hits: 0 };
    tally.gain += gainAt10(rank);
    tally.hits += Number(rank <= 10);
    tallies.set(shippedName(shipped), tally);
  };
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases.slice(from, from + BATCH);
    for (const [k, logits] of (await transformer(batch.map(({ history }) => history))).entries()) {
      const one = batch[k];
      if (one !== undefined) rankCandidates(one, logits, partners, filtersSeen, count);
    }
  }
  return Array.from(tallies.values(), ({ shipped, gain, hits }) => ({ shipped, ndcg10: gain / cases.length, hr10: hits / cases.length })).sort((a, b) => b.ndcg10 - a.ndcg10);
}

function rankCandidates({ history, target }: SequenceCase, logits: Float32Array, partners: Readonly<Record<PartnerName, ScoreFollowers>>, filtersSeen: boolean, count: (shipped: ShippedMethod, rank: number) => void): void {
  const seen = new Set(filtersSeen ? history.items : []);
  const rankOf = (scores: Float32Array): number => rankTarget(scores, target, seen);
  count({ method: 'transformer' }, rankOf(logits));
  const scores = new Float32Array(logits.length);
  for (const partner of PARTNERS) {
    const followers = partners[partner](history);
    scores.fill(0);
    for (const [item, score] of followers) scores[item] = score;
    count({ method: partner }, rankOf(scores));
    for (const weight of WEIGHTS) {
      scores.set(logits);
      addBonus(scores, shareBonus(followers, weight));
      count({ method: 'blend', partner, weight }, rankOf(scores));
    }
  }
}
