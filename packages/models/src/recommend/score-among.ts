import { type OpenedModel, type SequenceEngine, type StepWindow, dot, knownSteps, latestItems, logShare, partnerScorer, sumOf } from '../sequence/index.ts';

/** Ranks some items as what ships does, up to a constant of the history: not all of a large catalog are gone through. */
export type ScoreAmong = (history: StepWindow, items: readonly number[]) => readonly number[];

/** What ranking some items needs of a model. */
type RankingModel = Pick<OpenedModel, 'parameters' | 'partner'> & { readonly manifest: Pick<OpenedModel['manifest'], 'shape' | 'shipped'> };

export function createScoreAmong({ manifest: { shape, shipped }, parameters, partner }: RankingModel, engine: Pick<SequenceEngine, 'sessionVector'>): ScoreAmong {
  const ofModel: ScoreAmong = (history, items) => {
    const [vector, embeddings] = [engine.sessionVector(history), parameters.items];
    return items.map((item) => (vector === undefined || embeddings === undefined ? 0 : dot(vector, 0, embeddings, item * shape.width, shape.width)));
  };
  if (shipped.method === 'transformer') return ofModel;
  const scoreFollowers = partnerScorer(partner);
  return (history, items) => {
    const known = knownSteps(history, shape.items);
    const followers = scoreFollowers(known);
    if (shipped.method !== 'blend') return items.map((item) => followers.get(item) ?? 0);
    const [model, sum, { again = [], weight }] = [ofModel(history, items), sumOf(followers), shipped];
    const latest = latestItems(known.items, again.length);
    return items.map((item, k) => (model[k] ?? 0) + weight * logShare(followers.get(item) ?? 0, sum) + (again[latest.indexOf(item)] ?? 0));
  };
}
