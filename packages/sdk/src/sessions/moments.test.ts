import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VuaEvent } from '@vua/models/contracts';
import { GAP_EDGES_MS, PRICE_EDGES_MINOR, bucketOf } from '@vua/models/sequence';
import { HISTORY_LIMITS, mergeMoments } from './merge-moments.ts';
import { type Moment, momentsOf, parseMoments } from './moment.ts';
import { START_MS, itemEvents, sampleEvent, viewOf } from './testing/sample-events.ts';

describe('a bucket', () => {
  it.each([[GAP_EDGES_MS], [PRICE_EDGES_MINOR]])('is found by its lower edge: %j', (edges) => {
    expect(edges.toSorted((a, b) => a - b)).toEqual(edges);
    expect(new Set(edges).size).toBe(edges.length);
    edges.forEach((edge, index) => {
      expect(bucketOf(edge, edges)).toBe(index + 1);
      expect(bucketOf(edge - 1, edges)).toBe(index);
    });
    expect(bucketOf(undefined, edges)).toBe(0);
    expect(bucketOf(Number.MAX_SAFE_INTEGER, edges)).toBe(edges.length);
  });

  it.each([[0, 1], [99, 1], [100, 2], [4_999, 11], [5_000, 12], [490_000, 23], [500_000, 24], [700_000_000, 43]])('of the price %i is %i', (amountMinor, bucket) => {
    expect(bucketOf(amountMinor, PRICE_EDGES_MINOR)).toBe(bucket);
  });
});

function momentsFrom(events: readonly VuaEvent[], nowMs = events.reduce((latest, { timeMs }) => Math.max(latest, timeMs), 0), limits = HISTORY_LIMITS): readonly Moment[] {
  return mergeMoments([], events.flatMap(momentsOf), nowMs, limits);
}

describe('moments', () => {
  it('are what the shopper did with items', () => {
    const moments = momentsFrom([
      sampleEvent('view_item', { item: { itemId: 'shirt', category: 'Shirts', price: { amountMinor: 490_000, currency: 'VND' } } }),
      sampleEvent('view_item_list', { listId: 'new', items: [{ itemId: 'shown' }] }, 1),
      sampleEvent('size_chart_click', { itemId: 'shirt' }, 4),
      sampleEvent('search', { term: 'linen' }, 5),
      sampleEvent('size_finder_open', {}, 6),
      sampleEvent('add_to_cart', { items: [{ itemId: 'shirt' }, { itemId: 'belt', category: 'Belts' }] }, 30),
      sampleEvent('recommendation_show', { placement: 'cart', itemIds: ['hat'] }, 31),
      sampleEvent('recommendation_click', { placement: 'cart', itemId: 'hat', position: 0 }, 90),
    ]);
    expect(moments.map(({ itemId, type, priceBucket, category, timeMs }) => [itemId, type, priceBucket, category, timeMs - START_MS])).toEqual([
      ['shirt', 'view_item', 23, 'Shirts', 0], ['shirt', 'size_chart_click', 0, undefined, 4000], ['shirt', 'add_to_cart', 0, undefined, 30_000],
      ['belt', 'add_to_cart', 0, 'Belts', 30_000], ['hat', 'recommendation_click', 0, undefined, 90_000],
    ]);
  });

  it('are none of nothing, nor of what is about no item', () => {
    expect(momentsFrom([])).toEqual([]);
    expect(momentsFrom([sampleEvent('search', { term: 'linen' }), sampleEvent('custom', { name: 'x', values: {} })])).toEqual([]);
  });

  it('are the last 200, and none of more than 30 days', () => {
    const many = Array.from({ length: 10_000 }, (_, k) => viewOf(`item-${k}`, k));
    expect(momentsFrom(many).map(({ itemId }) => itemId)).toEqual(Array.from({ length: 200 }, (_, k) => `item-${9800 + k}`));
    const days = [0, 1, 30, 31].map((day) => viewOf(`day-${day}`, day * 86_400));
    expect(momentsFrom(days).map(({ itemId }) => itemId)).toEqual(['day-30', 'day-31']);
    expect(momentsFrom(days, START_MS + 50 * 86_400_000).map(({ itemId }) => itemId)).toEqual(['day-30', 'day-31']);
  });

  it('are the same however often and in whichever order the events come', () => {
    const shuffled = itemEvents.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })));
    fc.assert(fc.property(shuffled, ([events, again]) => {
      expect(momentsFrom(again)).toEqual(momentsFrom(events));
    }));
  });

  it('are the same event by event and all at once, also where each is kept in between', () => {
    fc.assert(fc.property(itemEvents, (events) => {
      const endMs = Math.max(0, ...events.map(({ timeMs }) => timeMs));
      const limits = { ...HISTORY_LIMITS, steps: 7 };
      const kept = events.reduce<readonly Moment[]>((moments, event) => mergeMoments(parseMoments(structuredClone(moments)), momentsOf(event), endMs, limits), []);
      expect(kept).toEqual(momentsFrom(events, endMs, limits));
      expect(kept.length).toBeLessThanOrEqual(7);
    }));
  });
});

it('leaves out what another hand changed', () => {
  const [moment] = momentsOf(viewOf('a'));
  const wrong = [undefined, 7, 'x', [], { ...moment, type: 'search' }, { ...moment, timeMs: Number.NaN }, { ...moment, line: -1 }, { ...moment, priceBucket: '1' }, { ...moment, itemId: 7 }, { ...moment, category: 7 }, { ...moment, recommendationId: 7 }];
  expect(parseMoments([...wrong, moment])).toEqual([moment]);
  for (const given of [undefined, null, 'moments', { 0: moment }]) expect(parseMoments(given)).toEqual([]);
});

it('reads what was kept before a moment had a category', () => {
  const [{ category: _, ...old } = { category: '' }] = momentsOf(viewOf('a'));
  expect(parseMoments([old])).toEqual([old]);
});
