import { expect, it } from 'vitest';
import { createSwitchingRanker } from './create-switching-ranker.ts';
import { openPureRanker } from './pure-ranker.ts';
import type { SequenceRanker } from './sequence-ranker.ts';
import { describeSequenceRanker } from './testing/describe-sequence-ranker.ts';
import { sampleHistory, sampleModel } from './testing/sample-model.ts';

const opened = (): SequenceRanker & { readonly closed: () => boolean } => {
  let isClosed = false;
  return { ...openPureRanker(sampleModel()), close: () => { isClosed = true; }, closed: () => isClosed };
};

describeSequenceRanker('one that was switched', async () => {
  const { ranker, switchTo } = createSwitchingRanker(opened());
  switchTo(openPureRanker(sampleModel()));
  return { ranker, model: sampleModel() };
}, sampleHistory);

it('asks the first until the next is there, and closes both', async () => {
  const [first, next] = [opened(), opened()];
  const { ranker, switchTo } = createSwitchingRanker({ ...first, vector: async () => Float32Array.of(1) });
  expect(await ranker.vector(sampleHistory(3))).toEqual(Float32Array.of(1));
  switchTo({ ...next, vector: async () => Float32Array.of(2) });
  expect(await ranker.vector(sampleHistory(3))).toEqual(Float32Array.of(2));
  ranker.close();
  expect([first.closed(), next.closed()]).toEqual([true, true]);
});

it('closes what comes after it was closed', () => {
  const [{ ranker, switchTo }, late] = [createSwitchingRanker(opened()), opened()];
  ranker.close();
  switchTo(late);
  expect(late.closed()).toBe(true);
});
