import { type SequenceManifest, countItems, partnerScorer, shippedName } from '@vua/models/sequence';
import type { EventFigures } from './event-figures.ts';
import { type Evaluation, type Protocol, type ScoreMany, type SequenceFigures, evaluate } from './evaluate.ts';
import { fitBaselines } from './fit-baselines.ts';
import { type GainOverSimple, gainOverSimple } from './gain-over-simple.ts';
import { type LengthGroup, lengthGroups } from './length-groups.ts';
import type { ModelContent } from './model-folder.ts';
import { scoreEach } from './score-each.ts';
import { shippedScorer } from './shipped-scorer.ts';
import { type SequenceCase, unseenTargets } from './split-log.ts';
import { type TransformerScorer, openTransformer } from './transformer-scorer.ts';

/** Methods in the order of the table. `shipped` is what devices and the server load: what did best on validation. */
export const METHODS = ['popularity', 'bigram', 'coVisitation', 'vsknn', 'transformer', 'shipped'] as const;
export type MethodName = (typeof METHODS)[number];

/** Steps of a long history. */
export const LONG_STEPS = 10;

/** What `eval:sequence` writes. */
export interface SequenceReport {
  /** The model that was judged. */
  readonly model: Pick<SequenceManifest, 'version' | 'seed' | 'split' | 'data' | 'shape' | 'training' | 'files'>;
  readonly protocol: Protocol;
  readonly n: number;
  /** The shipped method, and its weight where it is a blend. */
  readonly shipped: string;
  readonly methods: Readonly<Record<MethodName, SequenceFigures>>;
  /** What ships, against the best simple method here. */
  readonly gain: GainOverSimple;
  /** The same where the history has 10 steps and more; only where some have. */
  readonly longGain?: GainOverSimple;
  /** NDCG@10 by length of the history. */
  readonly byLength: Readonly<Record<string, LengthGroup>>;
  /** The type of the next event; only where model and log have types. */
  readonly events?: EventFigures;
}

/** Every method on the same cases; on those whose target was not seen yet, where what was seen is left out. */
export async function evaluateModel(model: ModelContent, given: readonly SequenceCase[], protocol: Protocol, seed: number, onMethod: (name: MethodName) => void): Promise<SequenceReport> {
  const cases = protocol === 'unfiltered' ? given : unseenTargets(given);
  const counts = countItems(model.sequences.map(({ items }) => items), model.vocabulary.length);
  const transformer = await openTransformer(model.manifest.shape, model.parameters);
  try {
    const methods = methodsOf(model, transformer);
    const judged: [MethodName, Evaluation][] = [];
    for (const name of METHODS) {
      onMethod(name);
      judged.push([name, await evaluate(cases, methods[name], protocol, counts, seed)]);
    }
    const ranks = Object.fromEntries(judged.map(([name, { ranks: all }]) => [name, all])) as Record<MethodName, Float64Array>;
    const longGain = gainOverSimple(ranks, (place) => (cases[place]?.history.items.length ?? 0) >= LONG_STEPS);
    const { version, seed: trainedWith, split, data, shape, training, files } = model.manifest;
    return {
      model: { version, seed: trainedWith, split, data, shape, training, files }, protocol, n: cases.length, shipped: shippedName(model.manifest.shipped),
      methods: Object.fromEntries(judged.map(([name, { figures }]) => [name, figures])) as Record<MethodName, SequenceFigures>,
      gain: gainOverSimple(ranks), ...(longGain.n > 0 ? { longGain } : {}),
      byLength: lengthGroups(cases, ranks),
    };
  } finally {
    await transformer.close();
  }
}

function methodsOf(model: ModelContent, { scoreMany }: TransformerScorer): Readonly<Record<MethodName, ScoreMany>> {
  const items = model.vocabulary.length;
  const { popularity, bigram, coVisitation, vsknn } = fitBaselines(model.sequences, items);
  const each = (scorer: typeof popularity): ScoreMany => scoreEach(scorer, items);
  const { manifest, partner } = model;
  return {
    popularity: each(popularity), bigram: each(bigram), coVisitation: each(coVisitation), vsknn: each(vsknn), transformer: scoreMany,
    shipped: shippedScorer(manifest.shipped, scoreMany, { [partner.name]: partnerScorer(partner) }, items),
  };
}
