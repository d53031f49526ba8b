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
  const switching = createSwitchingRanker(opened());
  switching.switchTo(openPureRanker(sampleModel()));
  return { ranker: switching.ranker, model: sampleModel() };
}, sampleHistory);

it('asks the first until the next is there, and closes both', async () => {
  const [first, next] = [opened(), opened()];
  const switching = createSwitchingRanker({ ...first, vector: async () => Float32Array.of(1) });
  expect(await switching.ranker.vector(sampleHistory(3))).toEqual(Float32Array.of(1));
  switching.switchTo({ ...next, vector: async () => Float32Array.of(2) });
  expect(await switching.ranker.vector(sampleHistory(3))).toEqual(Float32Array.of(2));
  switching.ranker.close();
  expect([first.closed(), next.closed()]).toEqual([true, true]);
});

it('closes what comes after it was closed', () => {
  const [switching, late] = [createSwitchingRanker(opened()), opened()];
  switching.ranker.close();
  switching.switchTo(late);
  expect(late.closed()).toBe(true);
});
