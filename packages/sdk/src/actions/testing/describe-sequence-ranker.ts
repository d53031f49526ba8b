import { type OpenedModel, type StepWindow, createEngine, createShippedScorer, topItems } from '@vua/models/sequence';
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
    let all: Int32Array;
    beforeAll(async () => {
      ({ ranker, model } = await open());
      all = Int32Array.from({ length: model.manifest.shape.items }, (_, item) => item);
    });
    afterAll(() => ranker.close());

    it('scores what ships, foretells events and gives the vector, to 1e-4', async () => {
      const strange = historyOf(7, 2);
      strange.items[3] = model.manifest.shape.items + 2;
      for (const history of [historyOf(1, 1), historyOf(2, 1), historyOf(7, 1), historyOf(model.manifest.shape.length, 1), historyOf(3, 1), strange]) {
        const wanted = referenceOf(model, history);
        expect(distance(wanted.score, await ranker.score(history, all))).toBeLessThan(NEAR);
        expect(distance(wanted.events, await ranker.events(history))).toBeLessThan(NEAR);
        expect(distance(wanted.vector, await ranker.vector(history))).toBeLessThan(NEAR);
      }
    });

    it('lists the best without what it is to skip, with their scores', async () => {
      const history = historyOf(7, 1);
      const { score } = referenceOf(model, history);
      const skips = new Set([...topItems(score, 3).map(({ item }) => item), 1]);
      for (const limit of [1, 5, score.length]) {
        const [wanted, best] = [topItems(score, limit, (item) => skips.has(item)), await ranker.best(history, limit, skips)];
        expect(distance(wanted.map((one) => one.score), best.map((one) => one.score))).toBeLessThan(NEAR);
        for (const one of best) expect(Math.abs((score[one.item] ?? NaN) - one.score)).toBeLessThan(NEAR);
        expect(best.filter(({ item }) => skips.has(item))).toEqual([]);
      }
    });

    it('scores the items that are asked for, in that order', async () => {
      const [history, items] = [historyOf(4, 3), Int32Array.of(5, 0, 5, 7)];
      const { score } = referenceOf(model, history);
      expect(distance(Float32Array.from(items, (item) => score[item] ?? NaN), await ranker.score(history, items))).toBeLessThan(NEAR);
      expect(await ranker.score(history, new Int32Array(0))).toHaveLength(0);
    });

    it('keeps questions apart that are asked at once', async () => {
      const histories = [4, 9, 2].map((steps) => historyOf(steps, steps));
      const answers = await Promise.all(histories.map((history) => ranker.score(history, all)));
      for (const [k, history] of histories.entries()) expect(distance(referenceOf(model, history).score, answers[k])).toBeLessThan(NEAR);
    });

    it('has an answer to an empty history', async () => {
      const empty: StepWindow = { items: new Int32Array(0), sides: {} };
      expect((await ranker.score(empty, all)).every(Number.isFinite)).toBe(true);
      expect(await ranker.best(empty, 3, new Set())).toHaveLength(3);
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
