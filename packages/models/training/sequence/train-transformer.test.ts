import { BIGRAM, type SequenceShape, countItems, countTransitions, createFollower } from '@vua/models/sequence';
import { describe, expect, it } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';
import { evaluate } from './evaluate.ts';
import { scoreEach } from './score-each.ts';
import { splitLog } from './split-log.ts';
import { plantedSessions } from './testing/planted-log.ts';
import { type TrainingHooks, type TrainingState, initialState, trainTransformer } from './train-transformer.ts';
import { DEFAULT_TRAINING, type TrainingSettings } from './training-settings.ts';
import { openTransformer } from './transformer-scorer.ts';

const SHAPE: SequenceShape = { items: 30, width: 16, blocks: 2, heads: 1, feedForward: 32, length: 12, sideInputs: [], eventTypes: 0 };
const SETTINGS: TrainingSettings = { ...DEFAULT_TRAINING, seed: 3, steps: 300, budgetMs: Infinity, softmax: 'full', batchTokens: 400, learningRate: 5e-3, warmUpSteps: 20, dropout: 0.1 };
const QUIET: TrainingHooks = { nowMs: () => 0, afterStep: () => false };
const sessions = plantedSessions(600, SHAPE.items, 1);
const { train, test } = splitLog(sessions, 'last-days');

describe('training', () => {
  it('learns a pattern that what comes next to the last item cannot tell', async () => {
    const { parameters } = await trainTransformer(train, SHAPE, SETTINGS, initialState(SHAPE, SETTINGS.seed), QUIET);
    const counts = countItems(train.map(({ items }) => items), SHAPE.items);
    const transformer = await openTransformer(SHAPE, parameters);
    // With one item there is nothing to see yet.
    const cases = test.filter(({ history }) => history.items.length > 1);
    const { figures } = await evaluate(cases, transformer.scoreMany, 'unfiltered', counts);
    const bigram = createFollower(countTransitions(train.map(({ items }) => items), SHAPE.items, 1), counts, BIGRAM);
    const { figures: { mrr20 } } = await evaluate(cases, scoreEach(bigram, SHAPE.items), 'unfiltered', counts);
    await transformer.close();
    expect(mrr20).toBeLessThan(0.8);
    expect(figures.mrr20).toBeGreaterThan(0.9);
  });

  it.each(['full', 'sampled'] as const)('goes on from a checkpoint as if it had never stopped, bit for bit (%s softmax)', async (softmax) => {
    const settings = { ...SETTINGS, steps: 40, softmax, negatives: 8 };
    const whole = await trainTransformer(train, SHAPE, settings, initialState(SHAPE, settings.seed), QUIET);
    let kept: Uint8Array | undefined;
    // The run ends right after, as with kill -9: nothing but the bytes of the file is left.
    const keepAt = (state: TrainingState): boolean => {
      if (state.step === 17) kept = encodeCheckpoint(state, 'run');
      return state.step === 19;
    };
    await trainTransformer(train, SHAPE, settings, initialState(SHAPE, settings.seed), { ...QUIET, afterStep: keepAt });
    const state = decodeCheckpoint(kept ?? new Uint8Array(0), 'run');
    expect(state?.step).toBe(17);
    const resumed = await trainTransformer(train, SHAPE, settings, state ?? initialState(SHAPE, 0), QUIET);
    expect(resumed.step).toBe(40);
    expect(resumed.parameters).toEqual(whole.parameters);
  });

  it('refuses a checkpoint of another run, or part of one', () => {
    const bytes = encodeCheckpoint(initialState(SHAPE, 1), 'run');
    expect(decodeCheckpoint(bytes, 'another')).toBeUndefined();
    expect(decodeCheckpoint(bytes.subarray(0, bytes.length - 4), 'run')).toBeUndefined();
    expect(decodeCheckpoint(new Uint8Array(3), 'run')).toBeUndefined();
  });

  it('ends when the time is used up, with the rate at 0', async () => {
    let nowMs = 0;
    const { step } = await trainTransformer(train, SHAPE, { ...SETTINGS, budgetMs: 10 }, initialState(SHAPE, 1), { nowMs: () => nowMs, afterStep: () => { nowMs += 1; return false; } });
    expect(step).toBe(11);
  });
});
