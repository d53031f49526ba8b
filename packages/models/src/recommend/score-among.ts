import { type OpenedModel, type SequenceEngine, type StepWindow, latestItems, logShare, partnerScorer, usesModel } from '../sequence/index.ts';

/** Ranks some items as what ships does, up to a constant of the history: not all of a large catalog are gone through. */
export type ScoreAmong = (history: StepWindow, items: readonly number[]) => readonly number[];

/** What ranking some items needs of a model. */
type RankingModel = Pick<OpenedModel, 'parameters' | 'partner'> & { readonly manifest: Pick<OpenedModel['manifest'], 'shape' | 'shipped'> };

/** Histories hold items of the vocabulary only. */
export function createScoreAmong({ manifest: { shape, shipped }, parameters, partner }: RankingModel, engine: Pick<SequenceEngine, 'sessionVector'>): ScoreAmong {
  const logit = (vector: Float32Array | undefined, item: number): number => vector?.reduce((sum, value, k) => sum + value * (parameters.items?.[item * shape.width + k] ?? 0), 0) ?? 0;
  const ofModel: ScoreAmong = (history, items) => {
    const vector = engine.sessionVector(history);
    return items.map((item) => logit(vector, item));
  };
  if (shipped.method === 'transformer') return ofModel;
  const [scorePartner, scores] = [partnerScorer(partner, shape.items), new Float32Array(shape.items)];
  return (history, items) => {
    const model = usesModel(shipped) ? ofModel(history, items) : undefined;
    scorePartner(history, scores);
    if (shipped.method !== 'blend') return items.map((item) => scores[item] ?? 0);
    let sum = 0;
    // A call for each of 50,000 numbers takes ten times as long.
    for (const score of scores) sum += score;
    const { again = [], weight } = shipped;
    const latest = latestItems(history.items, again.length);
    return items.map((item, k) => (model?.[k] ?? 0) + weight * logShare(scores[item] ?? 0, sum) + (again[latest.indexOf(item)] ?? 0));
  };
}
