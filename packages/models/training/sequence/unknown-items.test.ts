import { type SequenceShape, type StepWindow, createEngine, fitUnknownItems, unknownItem } from '@vua/models/sequence';
import { expect, it } from 'vitest';
import { seededRandom } from '../body/random.ts';
import { initialState, trainTransformer } from './train-transformer.ts';
import { DEFAULT_TRAINING } from './training-settings.ts';

const CATEGORIES = 3;
const SHAPE: SequenceShape = { items: 30, width: 16, blocks: 1, heads: 1, feedForward: 32, length: 8, sideInputs: [{ name: 'category', size: 5 }], eventTypes: 0 };
const categoryOf = (item: number): number => 1 + (item % CATEGORIES);

/** Sessions that stay within one category, and are aimless there. */
function sessionsByCategory(count: number): StepWindow[] {
  const random = seededRandom(5);
  return Array.from({ length: count }, () => {
    const rest = Math.floor(random() * CATEGORIES);
    const items = Int32Array.from({ length: 6 }, () => rest + CATEGORIES * Math.floor(random() * SHAPE.items / CATEGORIES));
    return { items, sides: { category: items.map(categoryOf) } };
  });
}

it('after an item that the model does not know, but whose category it knows, it expects what it expects after known items of that category', async () => {
  const sessions = sessionsByCategory(300);
  const settings = { ...DEFAULT_TRAINING, seed: 1, steps: 150, budgetMs: Infinity, softmax: 'full' as const, batchTokens: 300, learningRate: 5e-3, warmUpSteps: 20 };
  const { parameters } = await trainTransformer(sessions, SHAPE, settings, initialState(SHAPE, 1), { nowMs: () => 0, afterStep: () => false });
  const unknown = fitUnknownItems(parameters, sessions, SHAPE);
  const engine = createEngine(SHAPE, parameters, unknown);
  const scoresAfter = (item: number, category: number): Float32Array => {
    const scores = new Float32Array(SHAPE.items);
    engine.score({ items: Int32Array.of(item), sides: { category: Int32Array.of(category) } }, scores);
    return scores;
  };
  for (const category of [1, 2, 3]) {
    const stranger = unknownItem({ category }, unknown, SHAPE) ?? NaN;
    const known = Array.from({ length: SHAPE.items }, (_, item) => item).filter((item) => categoryOf(item) === category);
    const shareOf = (scores: Float32Array): number => known.reduce((sum, item) => sum + Math.exp(scores[item] ?? 0), 0) / scores.reduce((sum, score) => sum + Math.exp(score), 0);
    const shares = known.map((item) => shareOf(scoresAfter(item, category)));
    expect(shareOf(scoresAfter(stranger, category))).toBeGreaterThan(Math.min(...shares));
    expect(Math.min(...shares)).toBeGreaterThan(0.9);
  }
  expect(unknownItem({ category: 4 }, unknown, SHAPE)).toBeUndefined();
  expect(unknownItem({}, unknown, SHAPE)).toBeUndefined();
});
