import { addAgain } from './add-again.ts';
import { type Bonus, addBonus, shareBonus } from './blend-scores.ts';
import type { SequenceEngine } from './engine/create-engine.ts';
import type { OpenedModel } from './open-model.ts';
import { partnerScorer } from './partner.ts';
import type { ScoreFollowers, ScoreItems } from './score-items.ts';
import type { ShippedMethod } from './sequence-manifest.ts';
import type { StepWindow } from './pack-batch.ts';

/** What makes the scores of what ships out of the model's logits for a history, whichever engine they come from; out of zeros where what ships does without the model. */
export type GiveBonus = (history: StepWindow) => Bonus;

/** By what the manifest says that ships. */
export const createShippedBonus = ({ manifest: { shape, shipped }, partner }: Pick<OpenedModel, 'manifest' | 'partner'>): GiveBonus => createBonus(shipped, shape.items, () => partnerScorer(partner));

/** A method's bonus. Steps on items that are not in the vocabulary tell the simple method nothing. @param items of the vocabulary @param openPartner called once, where the method needs it */
export function createBonus(shipped: ShippedMethod, items: number, openPartner: () => ScoreFollowers): GiveBonus {
  if (shipped.method === 'transformer') return () => NOTHING;
  const scoreFollowers = openPartner();
  if (shipped.method !== 'blend') return (history) => scoreFollowers(knownSteps(history, items));
  return (history) => {
    const known = knownSteps(history, items);
    const bonus = shareBonus(scoreFollowers(known), shipped.weight);
    if (shipped.again !== undefined) addAgain(bonus, known.items, shipped.again);
    return bonus;
  };
}

const NOTHING: Bonus = new Map();

/** What ships, for one session: the model, the simple method, or `log p(model) + weight x log(p(partner) + 1e-4)`, up to a constant of the history, and what it is worth to have been seen. */
export function createShippedScorer(model: Pick<OpenedModel, 'manifest' | 'partner'>, engine: Pick<SequenceEngine, 'score'>): ScoreItems {
  const giveBonus = createShippedBonus(model);
  const needsModel = usesModel(model.manifest.shipped);
  return (history, scores) => {
    if (needsModel) engine.score(history, scores);
    else scores.fill(0);
    addBonus(scores, giveBonus(history));
  };
}

/** Whether what ships needs the transformer at all. */
export const usesModel = ({ method }: ShippedMethod): boolean => method === 'transformer' || method === 'blend';

/** Whether a score of what ships says anything of its item: without the transformer, an item that nobody saw follow has 0. */
export const saysSomething = (shipped: ShippedMethod, score: number): boolean => usesModel(shipped) || score > 0;

/** What a simple method is told of a history: the steps on items of the vocabulary. @param items of the vocabulary */
export function knownSteps(history: StepWindow, items: number): StepWindow {
  return history.items.every((item) => item < items) ? history : { items: history.items.filter((item) => item < items), sides: {} };
}
