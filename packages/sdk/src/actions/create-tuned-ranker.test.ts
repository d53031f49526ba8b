import type { Parameters } from '@vua/models/sequence';
import { expect, it } from 'vitest';
import { createTunedRanker } from './create-tuned-ranker.ts';
import { openPureRanker } from './pure-ranker.ts';
import { sampleHistory, sampleModel } from './testing/sample-model.ts';

const model = sampleModel();
const history = sampleHistory(9);
/** Parameters as tuning gives them: the model's with one matrix changed. */
const tuned = (): Parameters => ({ ...model.parameters, 'block0.widen.weight': (model.parameters['block0.widen.weight'] ?? new Float32Array(0)).map((value) => value * 3) });
const open = (tune: () => Promise<Parameters | undefined>) => createTunedRanker(model, openPureRanker(model), tune);

it('answers by what was tuned, and after a reset as if nothing had been', async () => {
  const ranker = open(async () => tuned());
  const before = await ranker.best(history, 9, new Set());
  expect(await ranker.tune(history)).toBe(true);
  expect(await ranker.best(history, 9, new Set())).not.toEqual(before);
  ranker.reset();
  expect(await ranker.best(history, 9, new Set())).toEqual(before);
});

it('stays as it was where there is too little to tune to', async () => {
  const ranker = open(async () => undefined);
  const before = await ranker.best(history, 9, new Set());
  expect(await ranker.tune(history)).toBe(false);
  expect(await ranker.best(history, 9, new Set())).toEqual(before);
});

it('drops a tuning that was under way when consent went', async () => {
  const { promise, resolve } = Promise.withResolvers<Parameters>();
  const ranker = open(() => promise);
  const before = await ranker.best(history, 9, new Set());
  const tuning = ranker.tune(history);
  ranker.reset();
  resolve(tuned());
  expect(await tuning).toBe(false);
  expect(await ranker.best(history, 9, new Set())).toEqual(before);
});
