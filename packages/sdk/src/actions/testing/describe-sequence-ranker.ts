import { type OpenedModel, type StepWindow, createEngine, createShippedScorer } from '@vua/models/sequence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SequenceRanker } from '../sequence-ranker.ts';

const NEAR = 1e-4;

/** Largest distance between two lists; NaN where one is missing or shorter. */
export const distance = (left: ArrayLike<number> | undefined, right: ArrayLike<number> | undefined): number => Math.max(...Array.from(left ?? [NaN], (value, k) => Math.abs(value - (right?.[k] ?? NaN))));

/** What every {@link SequenceRanker} does. @param open one, and the model that it has @param historyOf that many steps, other ones for another seed */
export function describeSequenceRanker(name: string, open: () => Promise<{ readonly ranker: SequenceRanker; readonly model: OpenedModel }>, historyOf: (steps: number, seed: number) => StepWindow): void {
  describe(`${name}, as every ranker`, () => {
    let ranker: SequenceRanker;
    let model: OpenedModel;
    beforeAll(async () => { ({ ranker, model } = await open()); });
    afterAll(() => ranker.close());

    it('scores what ships, foretells events and gives the vector, to 1e-4', async () => {
      const strange = historyOf(7, 2);
      strange.items[3] = model.manifest.shape.items + 2;
      for (const history of [historyOf(1, 1), historyOf(2, 1), historyOf(7, 1), historyOf(model.manifest.shape.length, 1), historyOf(3, 1), strange]) {
        const wanted = referenceOf(model, history);
        expect(distance(wanted.score, await ranker.score(history))).toBeLessThan(NEAR);
        expect(distance(wanted.events, await ranker.events(history))).toBeLessThan(NEAR);
        expect(distance(wanted.vector, await ranker.vector(history))).toBeLessThan(NEAR);
      }
    });

    it('keeps questions apart that are asked at once', async () => {
      const histories = [4, 9, 2].map((steps) => historyOf(steps, steps));
      const answers = await Promise.all(histories.map((history) => ranker.score(history)));
      for (const [k, history] of histories.entries()) expect(distance(referenceOf(model, history).score, answers[k])).toBeLessThan(NEAR);
    });

    it('has an answer to an empty history', async () => {
      const empty: StepWindow = { items: new Int32Array(0), sides: {} };
      expect((await ranker.score(empty)).every(Number.isFinite)).toBe(true);
      expect([await ranker.events(empty), await ranker.vector(empty)]).toEqual([undefined, undefined]);
    });
  });
}

/** What the models package says of a history, computed anew. */
function referenceOf(model: OpenedModel, history: StepWindow) {
  const engine = createEngine(model.manifest.shape, model.parameters, model.unknown);
  const score = new Float32Array(model.manifest.shape.items);
  createShippedScorer(model, engine)(history, score);
  return { score, events: engine.events(history), vector: engine.sessionVector(history) };
}
