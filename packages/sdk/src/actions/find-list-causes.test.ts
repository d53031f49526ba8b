import { createExpecter } from '@vua/models/recommend';
import { type HistoryStep, STEP_TYPES, createHistoryEncoder } from '@vua/models/sequence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findListCauses } from './find-list-causes.ts';
import { openPureRanker } from './pure-ranker.ts';
import { sampleHistory, sampleModel } from './testing/sample-model.ts';

const model = sampleModel();
const { vocabulary, manifest: { shape } } = model;

const step: fc.Arbitrary<HistoryStep> = fc.record({ itemId: fc.constantFrom(...vocabulary), type: fc.constantFrom(...STEP_TYPES), priceBucket: fc.nat(43), category: fc.constantFrom('Shirts', 'Belts', 'Hats', '') });

describe('causes on the device', () => {
  it('are those that the server finds', async () => {
    const [ranker, expecter] = [openPureRanker(model), createExpecter(model)];
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: shape.length }), async (steps) => {
      const history = createHistoryEncoder(model)(steps);
      const best = await ranker.best(history, 12, new Set(history.items));
      const causes = await findListCauses(ranker, history, Int32Array.from(best, ({ item }) => item));
      const expectation = expecter(steps, { find: () => undefined })(12);
      expect(causes.map((cause) => vocabulary[cause ?? -1])).toEqual(best.map(({ item }) => expectation?.causeOf(vocabulary[item] ?? '')));
    }), { numRuns: 40 });
  });

  it('cost five questions at most, each with a turn for the page before the next', async () => {
    const history = sampleHistory(shape.length);
    const order: string[] = [];
    const ranker = openPureRanker(model);
    const asking = { score: (...question: Parameters<typeof ranker.score>) => { order.push('score'); return ranker.score(...question); } };
    await findListCauses(asking, history, Int32Array.of(1, 2), async () => void order.push('rest'));
    expect(order).toEqual(['score', 'rest', 'score', 'rest', 'score', 'rest', 'score', 'rest', 'score']);
  });

  it('name a step of the history on an item that the model does not know by its number', async () => {
    const ranker = { score: async ({ items: seen }: ReturnType<typeof sampleHistory>) => Float32Array.of(seen.includes(shape.items + 1) ? 1 : 0, 0) };
    const history = { items: Int32Array.of(3, shape.items + 1), sides: {} };
    expect(await findListCauses(ranker, history, Int32Array.of(1, 2))).toEqual([shape.items + 1, undefined]);
  });
});
