import type { StepWindow } from '@vua/models/sequence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReference, sampleHistory, sampleModel } from './sample-model.ts';
import type { SequenceRanker } from '../sequence-ranker.ts';

const NEAR = 1e-4;
const distance = (left: ArrayLike<number> | undefined, right: ArrayLike<number> | undefined): number => Math.max(...Array.from(left ?? [NaN], (value, k) => Math.abs(value - (right?.[k] ?? NaN))));

/** What every {@link SequenceRanker} does. @param open one with the model of `sampleModel` */
export function describeSequenceRanker(name: string, open: () => Promise<SequenceRanker>): void {
  describe(`${name}, as every ranker`, () => {
    const { shape } = sampleModel().manifest;
    const reference = createReference();
    let ranker: SequenceRanker;
    beforeAll(async () => { ranker = await open(); });
    afterAll(() => ranker.close());

    it('scores what ships, foretells events and gives the vector, to 1e-4', async () => {
      for (const steps of [1, 2, 7, shape.length, 3]) {
        const history = sampleHistory(steps);
        expect(distance(reference.score(history), await ranker.score(history))).toBeLessThan(NEAR);
        expect(distance(reference.events(history), await ranker.events(history))).toBeLessThan(NEAR);
        expect(distance(reference.vector(history), await ranker.vector(history))).toBeLessThan(NEAR);
      }
    });

    it('keeps questions apart that are asked at once', async () => {
      const histories = [4, 9, 2].map((steps) => sampleHistory(steps, steps));
      const answers = await Promise.all(histories.map((history) => ranker.score(history)));
      for (const [k, history] of histories.entries()) expect(distance(reference.score(history), answers[k])).toBeLessThan(NEAR);
    });

    it('has an answer to an empty history', async () => {
      const empty: StepWindow = { items: new Int32Array(0), sides: {} };
      expect((await ranker.score(empty)).every(Number.isFinite)).toBe(true);
      expect([await ranker.events(empty), await ranker.vector(empty)]).toEqual([undefined, undefined]);
    });

    it('is closed more than once without harm', async () => {
      const other = await open();
      other.close();
      other.close();
    });
  });
}
