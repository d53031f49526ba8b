import { expect, it } from 'vitest';
import { openPureRanker } from './pure-ranker.ts';
import { describeSequenceRanker } from './testing/describe-sequence-ranker.ts';
import { sampleHistory, sampleModel } from './testing/sample-model.ts';

describeSequenceRanker('without a runtime', async () => ({ ranker: openPureRanker(sampleModel()), model: sampleModel() }), sampleHistory);

it('lets the page have its turn while it computes a long history, and not again for what it knows', async () => {
  let rests = 0;
  const ranker = openPureRanker(sampleModel(), async () => { rests += 1; });
  await ranker.best(sampleHistory(30), 5, new Set());
  expect(rests).toBe(1);
  await ranker.events(sampleHistory(30));
  expect(rests).toBe(1);
});
