import { countItems } from '@vua/models/sequence';
import { blendMany } from './blend-many.ts';
import type { EventFigures } from './event-figures.ts';
import { type Protocol, type ScoreMany, type SequenceFigures, evaluate } from './evaluate.ts';
import { fitBaselines, partnerScorer } from './fit-baselines.ts';
import type { ModelContent } from './model-folder.ts';
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
  /** The type of the next event; only where model and log have types. */
  readonly events?: EventFigures;
}

/** Every method on the same cases. */
export async function evaluateModel(model: ModelContent, cases: readonly SequenceCase[], protocol: Protocol, seed: number, onMethod: (name: MethodName) => void): Promise<SequenceReport> {
  const counts = countItems(model.sequences.map(({ items }) => items), model.vocabulary.length);
  const transformer = await openTransformer(model.manifest.shape, model.parameters);
  try {
    const methods = methodsOf(model, transformer);
    const figures: [MethodName, SequenceFigures][] = [];
    for (const name of METHODS) {
      onMethod(name);
      figures.push([name, (await evaluate(cases, methods[name], protocol, counts, seed)).figures]);
    }
    return { protocol, n: cases.length, shipped: shippedName(model.manifest.shipped), methods: Object.fromEntries(figures) as Record<MethodName, SequenceFigures> };
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
  if (shipped.method === 'blend') return blendMany(transformer, partnerScorer(shipped.partner, partner), shipped.weight);
  return scoreEach(partnerScorer(shipped.method, partner), shape.items);
}
