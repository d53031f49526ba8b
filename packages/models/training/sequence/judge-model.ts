import { type Parameters, type SequenceShape, type ShippedMethod, type StepWindow, countItems } from '@vua/models/sequence';
import { type CandidateFigures, compareCandidates } from './choose-shipped.ts';
import { derivedRandom, shuffle } from './derived-random.ts';
import { type ScoreMany, type SequenceFigures, evaluate } from './evaluate.ts';
import { fitAgain } from './fit-again.ts';
import { fitPartners } from './fit-baselines.ts';
import { shippedScorer } from './shipped-scorer.ts';
import { type LogSplit, type SequenceCase, unseenTargets } from './split-log.ts';
import { openTransformer } from './transformer-scorer.ts';

/** Cases that are enough to choose on. */
const MOST_CASES = 4000;

/** Fewer say little: a difference of 0.01 in NDCG@10 is then within chance. */
export const FEW_CASES = 1000;

/** What ships, and how all that could ship did on the questions to choose on. */
export interface Choice {
  readonly shipped: ShippedMethod;
  /** The best first. */
  readonly candidates: readonly CandidateFigures[];
  /** Of what ships. */
  readonly figures: SequenceFigures;
}

/** A model that is judged: on which questions, and what the simple methods beside it are fitted on. */
export interface Judging {
  readonly cases: readonly SequenceCase[];
  readonly train: readonly StepWindow[];
  readonly shape: SequenceShape;
  /** Whether items already seen are left out of what is ranked. */
  readonly filtersSeen: boolean;
}

/** At most 4,000 of the questions to choose on, drawn by the seed. */
export function casesToChooseOn({ validation }: LogSplit, filtersSeen: boolean, seed: number): readonly SequenceCase[] {
  const cases = [...(filtersSeen ? unseenTargets(validation) : validation)];
  shuffle(cases, derivedRandom(seed, 'validation'));
  return cases.slice(0, MOST_CASES);
}

/** Compares everything that could ship. */
export async function judgeModel(parameters: Parameters, { cases, train, shape, filtersSeen }: Judging): Promise<Choice> {
  const transformer = await openTransformer(shape, parameters);
  try {
    const partners = fitPartners(train, shape.items);
    const candidates = await compareCandidates(cases, transformer.scoreMany, partners, filtersSeen);
    const scorerOf = (method: ShippedMethod): ScoreMany => shippedScorer(method, transformer.scoreMany, partners, shape.items);
    const best: ShippedMethod = candidates[0]?.shipped ?? { method: 'coVisitation' };
    const shipped = best.method === 'blend' && !filtersSeen ? await fitAgain(best, cases, scorerOf(best)) : best;
    const { figures } = await evaluate(cases, scorerOf(shipped), filtersSeen ? 'full' : 'unfiltered', countItems(train.map(({ items }) => items), shape.items));
    return { shipped, candidates, figures };
  } finally {
    await transformer.close();
  }
}
