import { countItems } from '@vua/models/sequence';
import { blendMany } from './blend-many.ts';
import type { EventFigures } from './event-figures.ts';
import { type Evaluation, type Protocol, type ScoreMany, type SequenceFigures, evaluate } from './evaluate.ts';
import { fitBaselines } from './fit-baselines.ts';
import { type LengthGroup, lengthGroups } from './length-groups.ts';
import type { ModelContent } from './model-folder.ts';
import { partnerScorer } from './partner.ts';
import { scoreEach } from './score-each.ts';
import { shippedName } from './sequence-manifest.ts';
import type { SequenceCase } from './split-log.ts';
import { type TransformerScorer, openTransformer } from './transformer-scorer.ts';

/** Methods in the order of the table. */
export const METHODS = ['popularity', 'bigram', 'coVisitation', 'vsknn', 'transformer', 'shipped'] as const;
export type MethodName = (typeof METHODS)[number];

/** What `eval:sequence` writes. */
export interface SequenceReport {
  readonly protocol: Protocol;
  readonly n: number;
  /** The shipped method, and its weight where it is a blend. */
  readonly shipped: string;
  readonly methods: Readonly<Record<MethodName, SequenceFigures>>;
  /** NDCG@10 by length of the history. */
  readonly byLength: Readonly<Record<string, LengthGroup>>;
  /** The type of the next event; only where model and log have types. */
  readonly events?: EventFigures;
}

/** Every method on the same cases. */
export async function evaluateModel(model: ModelContent, cases: readonly SequenceCase[], protocol: Protocol, seed: number, onMethod: (name: MethodName) => void): Promise<SequenceReport> {
  const counts = countItems(model.sequences.map(({ items }) => items), model.vocabulary.length);
  const transformer = await openTransformer(model.manifest.shape, model.parameters);
  try {
    const methods = methodsOf(model, transformer);
    const judged: [MethodName, Evaluation][] = [];
    for (const name of METHODS) {
      onMethod(name);
      judged.push([name, await evaluate(cases, methods[name], protocol, counts, seed)]);
    }
    return {
      protocol, n: cases.length, shipped: shippedName(model.manifest.shipped),
      methods: Object.fromEntries(judged.map(([name, { figures }]) => [name, figures])) as Record<MethodName, SequenceFigures>,
      byLength: lengthGroups(cases, Object.fromEntries(judged.map(([name, { ranks }]) => [name, ranks]))),
    };
  } finally {
    await transformer.close();
  }
}

function methodsOf(model: ModelContent, { scoreMany }: TransformerScorer): Readonly<Record<MethodName, ScoreMany>> {
  const items = model.vocabulary.length;
  const { popularity, bigram, coVisitation, vsknn } = fitBaselines(model.sequences, items);
  const each = (scorer: typeof popularity): ScoreMany => scoreEach(scorer, items);
  return { popularity: each(popularity), bigram: each(bigram), coVisitation: each(coVisitation), vsknn: each(vsknn), transformer: scoreMany, shipped: shippedScorer(model, scoreMany) };
}

/** What a shop would get: only from the files in `deploy/`. */
function shippedScorer({ manifest: { shipped, shape }, partner }: ModelContent, transformer: ScoreMany): ScoreMany {
  if (shipped.method === 'transformer') return transformer;
  const simple = partnerScorer(partner, shape.items);
  return shipped.method === 'blend' ? blendMany(transformer, simple, shipped.weight) : scoreEach(simple, shape.items);
}
