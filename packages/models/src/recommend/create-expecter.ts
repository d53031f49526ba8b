import { type OpenedModel, STEP_TYPES, type StepWindow, createEngine, topItems } from '../sequence/index.ts';
import { findCauses } from './find-causes.ts';
import type { HistoryStep, RecommendationSources } from './recommendation-sources.ts';
import { createScoreAmong } from './score-among.ts';
import { type ScoreVector, shippedScorer } from './shipped-scorer.ts';

/** Answers `RecommendationSources.expect` for a history. What was seen is left out, unless it is among what is asked for. @param scoreVector default: in plain TypeScript */
export function createExpecter(model: OpenedModel, scoreVector?: ScoreVector): (history: readonly HistoryStep[]) => RecommendationSources['expect'] {
  const { vocabulary, manifest } = model;
  const numbers = new Map(vocabulary.map((itemId, item) => [itemId, item]));
  const engine = createEngine(manifest.shape, model.parameters, model.unknown);
  const [score, scoreAmong] = [shippedScorer(model, engine, scoreVector), createScoreAmong(model, engine)];
  const scores = new Float32Array(vocabulary.length);
  return (history) => (limit, among) => {
    const window = windowOf(model, numbers, history);
    if (window.items.length === 0) return undefined;
    score(window, scores);
    const [seen, asked] = [new Set(window.items), among && new Set(among.map((itemId) => numbers.get(itemId)))];
    const top = topItems(scores, limit, (item) => (asked === undefined ? seen.has(item) : !asked.has(item)));
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

/** Steps as the model numbers them; none for items it does not know. */
function windowOf({ manifest: { shape } }: OpenedModel, numbers: ReadonlyMap<string, number>, steps: readonly HistoryStep[]): StepWindow {
  const known = steps.flatMap((step) => {
    const item = numbers.get(step.itemId);
    return item === undefined ? [] : [{ item, step }];
  }).slice(-shape.length);
  const sideOf = (name: string, { type, sides }: HistoryStep): number => sides?.[name] ?? (name === 'type' ? STEP_TYPES.indexOf(type) + 1 : 0);
  return {
    items: Int32Array.from(known, ({ item }) => item),
    sides: Object.fromEntries(shape.sideInputs.map(({ name }) => [name, Int32Array.from(known, ({ step }) => sideOf(name, step))])),
  };
}
