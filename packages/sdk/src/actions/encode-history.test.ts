import { PRICE_EDGES_MINOR, STEP_TYPES, bucketOf, unknownItem } from '@vua/models/sequence';
import { expect, it } from 'vitest';
import type { VuaEvent } from '@vua/models/contracts';
import { momentsOf } from '../sessions/index.ts';
import { createHistoryEncoder } from './encode-history.ts';
import { sampleModel } from './testing/sample-model.ts';

const model = sampleModel();
const encode = createHistoryEncoder(model);
const consent = { analytics: 'granted', personalization: 'unknown', statistics: 'unknown' } as const;
const id = (k: number): string => `00000000-0000-7000-8000-${String(k).padStart(12, '0')}`;
let count = 0;
const view = (itemId: string, atS: number, more: object = {}): VuaEvent => ({ id: id(count += 1), version: 1, timeMs: atS * 1000, sessionId: id(1), anonymousId: id(2), consent, type: 'view_item', data: { item: { itemId, ...more } } });
const windowOf = (...events: VuaEvent[]) => encode(events.flatMap(momentsOf));
const VIEW = STEP_TYPES.indexOf('view_item') + 1;

it('numbers items, types, prices and categories as the training did', () => {
  const { items, sides } = windowOf(view('item-7', 0, { category: 'Belts', price: { amountMinor: 490_000, currency: 'VND' } }), view('item-7', 5), view('item-3', 65));
  expect([...items]).toEqual([7, 3]);
  expect(sides).toEqual({ type: Int32Array.of(VIEW, VIEW), price: Int32Array.of(bucketOf(490_000, PRICE_EDGES_MINOR), 0), category: Int32Array.of(2, 0), gap: Int32Array.of(0, 4) });
});

it('lets the category stand for an item that the model does not know, and leaves out what it knows nothing of', () => {
  const stranger = unknownItem({ category: 3 }, model.unknown, model.manifest.shape);
  expect(stranger).toBeGreaterThanOrEqual(model.manifest.shape.items);
  expect([...windowOf(view('new', 0, { category: 'Hats' }), view('other', 1), view('item-1', 2, { category: 'Coats' })).items]).toEqual([stranger, 1]);
  expect([...windowOf(view('other', 0, { category: 'Coats' })).items]).toEqual([]);
});
