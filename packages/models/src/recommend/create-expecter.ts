import { type HistoryStep, type OpenedModel, createEngine, createHistoryEncoder, nextWindow, priceBucketOf, saysSomething, topItems } from '../sequence/index.ts';
import type { Catalog } from './catalog.ts';
import { findCauses } from './find-causes.ts';
import type { RecommendationSources } from './recommendation-sources.ts';
import { createScoreAmong } from './score-among.ts';
import { type ScoreVector, shippedScorer } from './shipped-scorer.ts';

/**
 * Answers `RecommendationSources.expect` for a history, which the model is shown as a device shows it. What was seen is left out, unless it is among what is asked for.
 * @param scoreVector default: in plain TypeScript
 */
export function createExpecter(model: OpenedModel, scoreVector?: ScoreVector): (history: readonly HistoryStep[], catalog: Pick<Catalog, 'find'>) => RecommendationSources['expect'] {
  const { vocabulary, manifest } = model;
  const numbers = new Map(vocabulary.map((itemId, item) => [itemId, item]));
  const engine = createEngine(manifest.shape, model.parameters, model.unknown);
  const [score, scoreAmong] = [shippedScorer(model, engine, scoreVector), createScoreAmong(model, engine)];
  const scores = new Float32Array(vocabulary.length);
  const encode = createHistoryEncoder(model);
  return (history, catalog) => (limit, among) => {
    const steps = encode(history.map((step) => described(step, catalog)));
    const window = nextWindow(undefined, steps, manifest.shape.length);
    if (window.items.length === 0) return undefined;
    score(window, scores);
    const [seen, asked] = [new Set(steps.items), among && new Set(among.map((itemId) => numbers.get(itemId)))];
    const top = topItems(scores, limit, (item) => (asked === undefined ? seen.has(item) : !asked.has(item))).filter((each) => saysSomething(manifest.shipped, each.score));
    let causes: ReadonlyMap<number, number> | undefined;
    return {
      modelVersion: manifest.version, items: top.map((each) => ({ itemId: vocabulary[each.item] ?? '', score: each.score })),
      causeOf: (itemId) => {
        causes ??= findCauses(top.map(({ item }) => item), scoreAmong, window);
        return vocabulary[causes.get(numbers.get(itemId) ?? -1) ?? -1];
      },
    };
  };
}

/** With what the shop's catalog knows of the items, as the events of its pages say it. */
function described(step: HistoryStep, { find }: Pick<Catalog, 'find'>): HistoryStep {
  const item = find(step.itemId);
  return item === undefined ? step : { category: item.garmentType, priceBucket: priceBucketOf(item), ...step };
}
