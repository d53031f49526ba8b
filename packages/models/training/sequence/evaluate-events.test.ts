import { type SequenceShape, type StepWindow, STEP_TYPES } from '@vua/models/sequence';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../body/random.ts';
import { evaluateEvents } from './evaluate-events.ts';
import { EVENT_SIDE } from './row-targets.ts';
import { questionsOf } from './split-log.ts';
import { initialState, trainTransformer } from './train-transformer.ts';
import { DEFAULT_TRAINING } from './training-settings.ts';

const TYPES = STEP_TYPES.length + 1;
const SHAPE: SequenceShape = { items: 20, width: 16, blocks: 1, heads: 1, feedForward: 32, length: 9, sideInputs: [{ name: EVENT_SIDE, size: TYPES }], eventTypes: TYPES };
const [VIEW, CART] = [STEP_TYPES.indexOf('view_item') + 1, STEP_TYPES.indexOf('add_to_cart') + 1];
const CART_SHARE = 0.8;

/** Every third step, four in five put the item into the cart; all others look. */
function plantedTypes(count: number, seed: number): StepWindow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const items = Int32Array.from({ length: 9 }, () => Math.floor(random() * SHAPE.items));
    return { items, sides: { [EVENT_SIDE]: items.map((_, step) => (step % 3 === 2 && random() < CART_SHARE ? CART : VIEW)) } };
  });
}

const entropy = (share: number): number => -share * Math.log(share) - (1 - share) * Math.log(1 - share);
const sessions = plantedTypes(500, 1);
const cases = questionsOf(plantedTypes(150, 2));

describe('evaluateEvents', () => {
  it('finds a head that learned when the cart comes far below the base rates, near the least that chance leaves, and calibrated', async () => {
    const settings = { ...DEFAULT_TRAINING, seed: 1, steps: 250, budgetMs: Infinity, softmax: 'full' as const, batchTokens: 400, learningRate: 5e-3, warmUpSteps: 20, eventWeight: 1 };
    const { parameters } = await trainTransformer(sessions, SHAPE, settings, initialState(SHAPE, 1), { nowMs: () => 0, afterStep: () => false });
    const figures = await evaluateEvents({ manifest: { shape: SHAPE }, parameters }, cases, sessions);
    // Of the eight next steps that are asked for, three may be the cart's.
    const least = (3 / 8) * entropy(CART_SHARE);
    expect(figures?.n).toBe(cases.length);
    expect(figures?.baseLogLoss).toBeCloseTo(entropy((3 / 8) * CART_SHARE), 1);
    expect(figures?.logLoss).toBeGreaterThan(least * 0.85);
    expect(figures?.logLoss).toBeLessThan(least * 1.3);
    const cart = figures?.types.add_to_cart;
    expect(cart?.rate).toBeCloseTo((3 / 8) * CART_SHARE, 1);
    expect(Math.abs((cart?.meanChance ?? 1) - (cart?.rate ?? 0))).toBeLessThan(0.04);
    expect(cart?.calibrationError).toBeLessThan(0.06);
  });

  it('finds a head that learned nothing no better than the base rates', async () => {
    const { parameters } = initialState(SHAPE, 1);
    const figures = await evaluateEvents({ manifest: { shape: SHAPE }, parameters }, cases, sessions);
    expect(figures?.logLoss).toBeGreaterThan(figures?.baseLogLoss ?? Infinity);
    expect(figures?.types.add_to_cart?.calibrationError).toBeGreaterThan(0.1);
  });

  it('finds a head that starts from the base rates as good as these', async () => {
    const { parameters } = initialState(SHAPE, 1, sessions);
    const figures = await evaluateEvents({ manifest: { shape: SHAPE }, parameters }, cases, sessions);
    expect((figures?.logLoss ?? Infinity) / (figures?.baseLogLoss ?? 0)).toBeCloseTo(1, 1);
  });

  it('says nothing where the model has no such head, or the type of no next step is known', async () => {
    const headless = { ...SHAPE, eventTypes: 0 };
    expect(await evaluateEvents({ manifest: { shape: headless }, parameters: initialState(headless, 1).parameters }, cases, sessions)).toBeUndefined();
    const unknown = cases.map(({ history, target }) => ({ history, target, event: 0 }));
    expect(await evaluateEvents({ manifest: { shape: SHAPE }, parameters: initialState(SHAPE, 1).parameters }, unknown, sessions)).toBeUndefined();
  });
});
