import { type ShippedMethod, latestItems } from '@vua/models/sequence';
import { type ScoreMany, gainAt10 } from './evaluate.ts';
import type { SequenceCase } from './split-log.ts';

type Blend = Extract<ShippedMethod, { readonly method: 'blend' }>;

/** How far back what is seen again may lie. */
const PLACES = 4;
/** Worth that is tried for each place, on a log scale. */
const STEP = 0.5;
const [LEAST, MOST] = [-4, 12];
const ROUNDS = 3;
const LIST = 10;
const BATCH = 64;

/** Of one question, what decides the target's place whatever the items seen before are worth. */
interface AgainCase {
  /** Scores of what was seen, the latest first. */
  readonly seen: readonly number[];
  /** The target's place in `seen`; -1: it was not seen lately. */
  readonly place: number;
  readonly targetScore: number;
  /** The best scores of all other items, without the target. */
  readonly others: readonly number[];
}

/**
 * Finds what it is worth that an item was seen already: one place after another, what gives the best NDCG@10 on these cases.
 * In sessions of shops a good third of the next items were in the session already.
 * @param scores of the blend as it is. @returns the blend itself where nothing is gained
 */
export async function fitAgain(blend: Blend, cases: readonly SequenceCase[], scores: ScoreMany): Promise<Blend> {
  const facts: AgainCase[] = [];
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases.slice(from, from + BATCH);
    for (const [k, row] of (await scores(batch.map(({ history }) => history))).entries()) {
      const one = batch[k];
      if (one !== undefined && one.target >= 0) facts.push(factsOf(one, row));
    }
  }
  const again = climb(facts);
  return again.some((worth) => worth !== 0) ? { ...blend, again } : blend;
}

function factsOf({ history, target }: SequenceCase, row: Float32Array): AgainCase {
  const seen = latestItems(history.items, PLACES);
  const [apart, others] = [new Set([...seen, target]), [] as number[]];
  for (let item = 0; item < row.length; item += 1) {
    const score = row[item] ?? 0;
    if (apart.has(item) || (others.length === LIST && score <= (others[LIST - 1] ?? 0))) continue;
    others.push(score);
    others.sort((a, b) => b - a);
    others.length = Math.min(others.length, LIST);
  }
  return { seen: seen.map((item) => row[item] ?? 0), place: seen.indexOf(target), targetScore: row[target] ?? 0, others };
}

function climb(facts: readonly AgainCase[]): readonly number[] {
  let again: readonly number[] = Array<number>(PLACES).fill(0);
  let best = gainOf(facts, again);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let place = 0; place < PLACES; place += 1) {
      for (let worth = LEAST; worth <= MOST; worth += STEP) {
        const tried = again.with(place, worth);
        const gain = gainOf(facts, tried);
        if (gain > best) [again, best] = [tried, gain];
      }
    }
  }
  return again;
}

const gainOf = (facts: readonly AgainCase[], again: readonly number[]): number => facts.reduce((sum, one) => sum + gainAt10(rankWith(one, again)), 0);

/** Ties count against us. */
function rankWith({ others, place, seen, targetScore }: AgainCase, again: readonly number[]): number {
  const own = targetScore + (again[place] ?? 0);
  let rank = 1;
  for (const score of others) rank += Number(score >= own);
  for (const [k, score] of seen.entries()) rank += Number(k !== place && score + (again[k] ?? 0) >= own);
  return rank;
}
