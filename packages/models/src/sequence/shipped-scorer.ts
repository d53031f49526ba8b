import { addAgain } from './add-again.ts';
import { addShares } from './blend-scores.ts';
import type { SequenceEngine } from './engine/create-engine.ts';
import type { OpenedModel } from './open-model.ts';
import { partnerScorer } from './partner.ts';
import { type ScoreFollowers, type ScoreItems, toScoreItems } from './score-items.ts';
import type { ShippedMethod } from './sequence-manifest.ts';
import type { StepWindow } from './pack-batch.ts';

/** Turns the logits of a history, in place, into the scores of what ships. */
export type BlendItems = (history: StepWindow, logits: Float32Array) => void;

/** What the manifest's `shipped` says, for logits that come from whichever engine. */
export const createShippedBlend = ({ manifest: { shape, shipped }, partner }: Pick<OpenedModel, 'manifest' | 'partner'>): BlendItems => createBlend(shipped, shape.items, () => partnerScorer(partner, shape.items));

/** A method for logits of the model. Steps on items that are not in the vocabulary tell the simple method nothing. @param items of the vocabulary @param openPartner called once, where the method needs it */
export function createBlend(shipped: ShippedMethod, items: number, openPartner: () => ScoreFollowers): BlendItems {
  if (shipped.method === 'transformer') return () => undefined;
  const scoreFollowers = openPartner();
  if (shipped.method !== 'blend') return (history, logits) => toScoreItems(scoreFollowers)(knownSteps(history, items), logits);
  return (history, logits) => {
    const known = knownSteps(history, items);
    addShares(logits, scoreFollowers(known), shipped.weight);
    if (shipped.again !== undefined) addAgain(logits, known.items, shipped.again);
  };
}

/** What ships, for one session: the model, the simple method, or `log p(model) + weight x log(p(partner) + 1e-4)`, up to a constant of the history, and what it is worth to have been seen. */
export function createShippedScorer(model: Pick<OpenedModel, 'manifest' | 'partner'>, engine: Pick<SequenceEngine, 'score'>): ScoreItems {
  const blend = createShippedBlend(model);
  const needsModel = usesModel(model.manifest.shipped);
  return (history, scores) => {
    if (needsModel) engine.score(history, scores);
    blend(history, scores);
  };
}

/** Whether what ships needs the transformer at all. */
export const usesModel = ({ method }: ShippedMethod): boolean => method === 'transformer' || method === 'blend';

function knownSteps(history: StepWindow, items: number): StepWindow {
  return history.items.every((item) => item < items) ? history : { items: history.items.filter((item) => item < items), sides: {} };
}
