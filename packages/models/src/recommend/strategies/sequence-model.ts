import type { HistoryStep } from '../../sequence/index.ts';
import type { Expectation } from '../recommendation-sources.ts';
import { type Candidate, type Strategy, poolSize } from '../strategy.ts';
import { becauseOf } from './because-of.ts';

/** What the sequence model expects next. */
export const sequenceModel: Strategy = {
  name: 'sequence-model',
  rank: ({ limit }, { expect, history }) => {
    const expected = expect(poolSize(limit));
    return expected && { candidates: expected.items.map(explain(expected, history)), modelVersion: expected.modelVersion };
  },
};

/** Looks the reason up only when it is read: it costs a pass through the model, and most candidates are never shown. */
export const explain = ({ causeOf }: Expectation, history: readonly HistoryStep[]) => ({ itemId, score }: { readonly itemId: string; readonly score: number }): Candidate => ({
  itemId, score,
  get reason() {
    const cause = causeOf(itemId);
    return cause === undefined ? { type: 'for-you' } as const : becauseOf(cause, history);
  },
});
