import { expect, it } from 'vitest';
import { DEFAULT_TRAINING, TUNING_GRID, learningRateAt, planTraining, softmaxFor } from './training-settings.ts';

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

const whole = { ...settings, budgetMs: 1_800_000 };

it('a training without tuning learns for four fifths of its time, and refreshes for one', () => {
  const { trials, learn, refresh } = planTraining(whole, false);
  expect([trials, learn.budgetMs, refresh.budgetMs]).toEqual([[], 1_440_000, 360_000]);
  expect([learn.steps, refresh.steps]).toEqual([1000, 200]);
  expect([refresh.learningRate, refresh.seed === learn.seed]).toEqual([1e-3, false]);
});

it('--tune takes a quarter of the time, all parts together no more than there is', () => {
  const { trials, learn, refresh } = planTraining(whole, true);
  expect(trials.map(({ budgetMs, steps, learningRate, dropout }) => ({ budgetMs, steps, learningRate, dropout })))
    .toEqual(TUNING_GRID.map((changes) => ({ budgetMs: 90_000, steps: 50, learningRate: 2e-3, dropout: 0.2, ...changes })));
  expect(trials.reduce((sum, { budgetMs }) => sum + budgetMs, 0)).toBe(450_000);
  expect([learn.budgetMs, refresh.budgetMs]).toEqual([expect.closeTo(990_000, 3), 360_000]);
  // The long run has all its steps: the trials only took of its time.
  expect([learn.steps, refresh.steps]).toEqual([1000, 200]);
});

it('a trial of the shortest run has a step', () => {
  expect(planTraining({ ...whole, steps: 3 }, true).trials.map(({ steps }) => steps)).toEqual([1, 1, 1, 1, 1]);
});
