import type { TrendManifest } from '@vua/models/contracts';
import { MODEL_FILES, encodeModel, encodePartner, fitPartner, fitUnknownItems, initialParameters, quantizeModel, type SequenceManifest, type SequenceShape } from '@vua/models/sequence';
import { fitTrends } from '@vua/models/trend';
import { createRandom } from '../../storage/testing/seed.ts';
import { hashOf } from '../../storage/hash-of.ts';
import { nameModelFiles } from '../../storage/name-model-files.ts';

/** A model whose files are at hand, also to be changed. */
export interface SampleModel<Manifest> {
  readonly manifest: Manifest;
  readonly contents: Map<string, Uint8Array>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const TREND_ERRORS = { maeNew: 0.1, maeLive: 0.12, maeBaseline: 0.2 };

/** A trend model that learned nothing, but for series of this name: another version for each. */
export function sampleTrendModel(name = 'linen'): SampleModel<TrendManifest> {
  const fit = utf8(JSON.stringify({ ...fitTrends([]), scales: { [name]: { change: 1, path: 1 } } }));
  const contents = new Map([['fit.json', fit], ['shadow.json', utf8(JSON.stringify(fitTrends([])))]]);
  return { contents, manifest: { kind: 'trend/1', ...nameModelFiles(contents), reason: 'weekly', madeMs: 5000, seriesSha256: hashOf(name), metrics: { series: 3, judged: 12, ...TREND_ERRORS } } };
}

export interface SampleFigures {
  readonly ndcg10?: number;
  readonly hr10?: number;
  readonly coverage?: number;
  readonly gini?: number;
  readonly items?: number;
  /** Each with its number behind it. */
  readonly itemName?: string;
}

/** A sequence model of a few items that learned nothing, as the training writes it; another version for each seed. */
export function sampleSequenceModel(seed = 1, { ndcg10 = 0.2, hr10 = 0.3, coverage = 0.5, gini = 0.6, items = 4, itemName = 'item' }: SampleFigures = {}): SampleModel<SequenceManifest> {
  const shape: SequenceShape = { items, width: 4, blocks: 1, heads: 1, feedForward: 4, length: 5, sideInputs: [], eventTypes: 0 };
  const vocabulary = utf8(JSON.stringify(Array.from({ length: items }, (_, item) => `${itemName}-${item}`)));
  const contents = new Map<string, Uint8Array>([
    [MODEL_FILES.model, encodeModel({ shape, vocabularySha256: hashOf(vocabulary) }, quantizeModel(initialParameters(shape, createRandom(seed)), fitUnknownItems({}, [], shape), shape))],
    [MODEL_FILES.partner, encodePartner(fitPartner('coVisitation', [{ items: Int32Array.of(0, 1, 2), sides: {} }], items))],
    [MODEL_FILES.vocabulary, vocabulary],
  ]);
  return { contents, manifest: {
    kind: 'sequence/1', ...nameModelFiles(contents), seed, split: 'last-days', shape, sideNames: {}, settings: {}, shipped: { method: 'blend', partner: 'coVisitation', weight: 1 },
    data: { sha256: hashOf('log'), format: 'events', sequences: 3, steps: 9, items, skippedLines: 0, range: { firstMs: 1000, lastMs: 1999 } },
    training: { steps: 1, epochs: 1, wallMs: 1 }, validation: { cases: 10, filtersSeen: true, shipped: { ndcg10, hr10, coverage, gini }, methods: { 'transformer + 1 x coVisitation': { ndcg10, hr10 } } },
  } };
}
