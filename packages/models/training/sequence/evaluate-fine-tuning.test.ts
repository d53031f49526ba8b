import { FINE_TUNING, type OpenedModel, type SequenceShape, fitPartner, fitUnknownItems } from '@vua/models/sequence';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateFineTuning } from './evaluate-fine-tuning.ts';
import type { SequenceCase } from './split-log.ts';
import { plantedSessions } from './testing/planted-log.ts';
import { initialState, trainTransformer } from './train-transformer.ts';
import { DEFAULT_TRAINING } from './training-settings.ts';

const SHAPE: SequenceShape = { items: 60, width: 16, blocks: 1, heads: 1, feedForward: 32, length: 24, sideInputs: [], eventTypes: 0 };
let model: OpenedModel;

/** What follows in the log, and what does not: two steps back each time. */
const walk = (start: number, pace: number, steps: number): SequenceCase => {
  const at = (step: number): number => (((start + pace * step) % SHAPE.items) + SHAPE.items) % SHAPE.items;
  return { history: { items: Int32Array.from({ length: steps }, (_, step) => at(step)), sides: {} }, target: at(steps) };
};
const CASES = [...Array.from({ length: 12 }, (_, k) => walk(5 * k, -2, 22)), walk(3, 1, 5)];
const judge = (settings: Partial<typeof FINE_TUNING>, cases = CASES, heard: (done: number) => void = () => undefined) => {
  let nowMs = 0;
  return evaluateFineTuning(model, cases, { ...FINE_TUNING, ...settings }, 1, () => (nowMs += 5), heard);
};

beforeAll(async () => {
  const sessions = plantedSessions(300, SHAPE.items, 1);
  const settings = { ...DEFAULT_TRAINING, seed: 1, steps: 120, budgetMs: Infinity, softmax: 'full' as const, batchTokens: 400, learningRate: 5e-3, warmUpSteps: 20 };
  const { parameters } = await trainTransformer(sessions, SHAPE, settings, initialState(SHAPE, 1), { nowMs: () => 0, afterStep: () => false });
  model = {
    parameters, unknown: fitUnknownItems(parameters, sessions, SHAPE), partner: fitPartner('coVisitation', sessions, SHAPE.items), vocabulary: Array.from({ length: SHAPE.items }, (_, item) => `item-${item}`),
    manifest: {
      kind: 'sequence/1', version: '0123456789ab', seed: 1, split: 'leave-one-out', shape: SHAPE, sideNames: {}, settings: {}, files: [], shipped: { method: 'transformer' },
      data: { sha256: '', format: 'pairs', sequences: 300, steps: 2000, items: SHAPE.items, skippedLines: 0 }, training: { steps: 120, epochs: 1, wallMs: 1 }, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} },
    },
  };
}, 30_000);

describe('evaluateFineTuning', () => {
  it('finds a gain where people go ways of their own that the shop\'s log does not know', async () => {
    const done: number[] = [];
    const figures = await judge({ steps: 30, rate: 1e-2, part: 'all' }, CASES, (count) => void done.push(count));
    expect(figures).toMatchObject({ n: CASES.length, tuned: CASES.length - 1, tuningMs: 5 });
    expect(figures.ndcg10.after - figures.ndcg10.before).toBeCloseTo(figures.gain.mean, 10);
    expect(figures.gain.low).toBeGreaterThan(0);
    expect(done).toEqual(Array.from({ length: CASES.length }, (_, k) => k + 1));
  });

  it('forgets each tuning: the same people later, or each alone, have the same figures', async () => {
    const settings = { steps: 3, rate: 1e-2, part: 'all' } as const;
    const twice = await judge(settings, [...CASES, ...CASES]);
    const once = await judge(settings);
    expect(twice.ndcg10.after).toBeCloseTo(once.ndcg10.after, 10);
    expect(twice.ndcg10.before).toBeCloseTo(once.ndcg10.before, 10);
  });

  it('gains nothing, and is sure of it, where nothing is learned or the histories are too short', async () => {
    expect((await judge({ rate: 0 })).gain).toEqual({ mean: 0, low: 0, high: 0 });
    expect(await judge({ leastSteps: 23 })).toMatchObject({ tuned: 0, gain: { mean: 0, low: 0, high: 0 }, tuningMs: 0 });
  });
});
