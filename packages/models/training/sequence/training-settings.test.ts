import { expect, it } from 'vitest';
import { DEFAULT_TRAINING, learningRateAt, softmaxFor } from './training-settings.ts';

const settings = { ...DEFAULT_TRAINING, seed: 1, steps: 1000, budgetMs: Infinity, softmax: 'full', batchTokens: 1600, learningRate: 2e-3, warmUpSteps: 200 } as const;

it('the rate warms up and falls to 0', () => {
  expect(learningRateAt(0, 0, settings)).toBeCloseTo(1e-5, 9);
  expect(learningRateAt(199, 0, settings)).toBeCloseTo(2e-3, 9);
  expect(learningRateAt(500, 0.5, settings)).toBeCloseTo(1e-3, 9);
  expect(learningRateAt(999, 1, settings)).toBeCloseTo(0, 9);
  expect(learningRateAt(999, 1.5, settings)).toBeCloseTo(0, 9);
});

it('large catalogs draw negatives', () => {
  expect([softmaxFor(5000), softmaxFor(5001)]).toEqual(['full', 'sampled']);
});
