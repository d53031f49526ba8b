import { expect, it } from 'vitest';
import { type HistoryStep, createHistoryEncoder } from './encode-history.ts';
import type { OpenedModel } from './open-model.ts';
import type { SequenceShape } from './sequence-shape.ts';
import { PRICE_EDGES_MINOR, STEP_TYPES, bucketOf } from './step-buckets.ts';
import { unknownItem } from './unknown-items.ts';

const SHAPE: SequenceShape = {
  items: 8, width: 4, blocks: 1, heads: 1, feedForward: 4, length: 30, eventTypes: 0,
  sideInputs: [{ name: 'type', size: STEP_TYPES.length + 1 }, { name: 'price', size: 44 }, { name: 'category', size: 4 }, { name: 'gap', size: 13 }],
};
/** Hats are known, the third of the categories; what belts and shirts are as a rule is not. */
const UNKNOWN = Float32Array.from({ length: 49 * SHAPE.width }, (_, at) => Number(Math.floor(at / SHAPE.width) === 4));
const MODEL: Pick<OpenedModel, 'manifest' | 'vocabulary' | 'unknown'> = {
  manifest: {
    kind: 'sequence/1', version: '0123456789ab', seed: 1, split: 'all', shape: SHAPE, sideNames: { category: ['Shirts', 'Belts', 'Hats'] }, settings: {}, files: [],
    data: { sha256: '', format: 'events', sequences: 1, steps: 3, items: SHAPE.items, skippedLines: 0 }, training: { steps: 0, epochs: 0, wallMs: 0 },
    shipped: { method: 'transformer' }, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} },
  },
  vocabulary: Array.from({ length: SHAPE.items }, (_, item) => `item-${item}`), unknown: UNKNOWN,
};
const encode = createHistoryEncoder(MODEL);
const VIEW = STEP_TYPES.indexOf('view_item') + 1;
const view = (itemId: string, more: Partial<HistoryStep> = {}): HistoryStep => ({ itemId, type: 'view_item', ...more });

it('numbers items, types, prices and categories as the training did', () => {
  const priceBucket = bucketOf(490_000, PRICE_EDGES_MINOR);
  const { items, sides } = encode([view('item-7', { timeMs: 0, category: 'Belts', priceBucket }), view('item-7', { timeMs: 5000 }), view('item-3', { timeMs: 65_000 })]);
  expect([...items]).toEqual([7, 3]);
  expect(sides).toEqual({ type: Int32Array.of(VIEW, VIEW), price: Int32Array.of(priceBucket, 0), category: Int32Array.of(2, 0), gap: Int32Array.of(0, 4) });
});

it('tells no gap where no time is known', () => {
  expect(encode([view('item-1'), view('item-2', { timeMs: 9000 }), view('item-3')]).sides.gap).toEqual(Int32Array.of(0, 0, 0));
});

it('lets the category stand for an item that the model does not know, and leaves out what it knows nothing of', () => {
  const stranger = unknownItem({ category: 3 }, UNKNOWN, SHAPE);
  expect(stranger).toBeGreaterThanOrEqual(SHAPE.items);
  expect([...encode([view('new', { category: 'Hats' }), view('other'), view('item-1', { category: 'Coats' })]).items]).toEqual([stranger, 1]);
  expect([...encode([view('other', { category: 'Coats' })]).items]).toEqual([]);
});
