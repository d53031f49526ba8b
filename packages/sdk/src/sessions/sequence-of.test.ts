import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DWELL_EDGES_MS, GAP_EDGES_MS, PRICE_EDGES_MINOR, bucketOf } from '@vua/models/sequence';
import { HISTORY_LIMITS, mergeMoments } from './merge-moments.ts';
import { momentsOf, parseMoments } from './moment.ts';
import { sequenceOf, stepsOf } from './sequence-of.ts';
import { START_MS, itemEvents, sampleEvent, viewOf } from './testing/sample-events.ts';

describe('a bucket', () => {
  it.each([[DWELL_EDGES_MS], [GAP_EDGES_MS], [PRICE_EDGES_MINOR]])('is found by its lower edge: %j', (edges) => {
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

describe('a sequence', () => {
  it('has a step for each item that the shopper dealt with', () => {
    const steps = sequenceOf([
      sampleEvent('view_item', { item: { itemId: 'shirt', price: { amountMinor: 490_000, currency: 'VND' } } }),
      sampleEvent('view_item_list', { listId: 'new', items: [{ itemId: 'shown' }] }, 1),
      sampleEvent('size_chart_click', { itemId: 'shirt' }, 4),
      sampleEvent('search', { term: 'linen' }, 5),
      sampleEvent('size_finder_open', {}, 6),
      sampleEvent('add_to_cart', { items: [{ itemId: 'shirt' }, { itemId: 'belt' }] }, 30),
      sampleEvent('recommendation_show', { placement: 'cart', itemIds: ['hat'] }, 31),
      sampleEvent('recommendation_click', { placement: 'cart', itemId: 'hat', position: 0 }, 90),
    ]);
    expect(steps).toEqual([
      { itemId: 'shirt', type: 'view_item', priceBucket: 23, dwellBucket: 5, gapBucket: 0 },
      { itemId: 'shirt', type: 'size_chart_click', priceBucket: 0, dwellBucket: 0, gapBucket: 1 },
      { itemId: 'shirt', type: 'add_to_cart', priceBucket: 0, dwellBucket: 0, gapBucket: 2 },
      { itemId: 'belt', type: 'add_to_cart', priceBucket: 0, dwellBucket: 0, gapBucket: 1 },
      { itemId: 'hat', type: 'recommendation_click', priceBucket: 0, dwellBucket: 0, gapBucket: 4 },
    ]);
  });

  it.each([
    ['until the next item', [viewOf('a', 0), viewOf('b', 45)], [6, 0]],
    ['of the same session', [viewOf('a', 0, 1), viewOf('b', 45, 2)], [0, 0]],
    ['past other steps with it', [viewOf('a', 0), sampleEvent('add_to_cart', { items: [{ itemId: 'a' }] }, 3), viewOf('b', 90)], [7, 0, 0]],
    ['until its last step where no other item follows', [viewOf('a', 0), sampleEvent('add_to_cart', { items: [{ itemId: 'a' }] }, 12)], [4, 0]],
    ['or is not known', [viewOf('a', 0)], [0]],
    ['through another session in between', [viewOf('a', 0, 1), viewOf('b', 5, 2), viewOf('c', 11, 1)], [4, 0, 0]],
  ])('tells how long a view lasted: %s', (_what, events, dwells) => {
    expect(sequenceOf(events).map(({ dwellBucket }) => dwellBucket)).toEqual(dwells);
  });

  it('is empty of nothing, and of what is about no item', () => {
    expect(sequenceOf([])).toEqual([]);
    expect(sequenceOf([sampleEvent('search', { term: 'linen' }), sampleEvent('custom', { name: 'x', values: {} })])).toEqual([]);
  });

  it('holds the last 200 steps, and none of more than 30 days', () => {
    const many = Array.from({ length: 10_000 }, (_, k) => viewOf(`item-${k}`, k));
    expect(sequenceOf(many).map(({ itemId }) => itemId)).toEqual(Array.from({ length: 200 }, (_, k) => `item-${9800 + k}`));
    const days = [0, 1, 30, 31].map((day) => viewOf(`day-${day}`, day * 86_400));
    expect(sequenceOf(days).map(({ itemId }) => itemId)).toEqual(['day-30', 'day-31']);
    expect(sequenceOf(days, START_MS + 50 * 86_400_000).map(({ itemId }) => itemId)).toEqual(['day-30', 'day-31']);
  });

  it('is the same however often and in whichever order the events come', () => {
    const shuffled = itemEvents.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })));
    fc.assert(fc.property(shuffled, ([events, again]) => {
      expect(sequenceOf(again)).toEqual(sequenceOf(events));
    }));
  });

  it('is the same event by event and all at once', () => {
    fc.assert(fc.property(itemEvents, (events) => {
      const endMs = Math.max(0, ...events.map(({ timeMs }) => timeMs));
      const limits = { ...HISTORY_LIMITS, steps: 7 };
      const kept = events.reduce<ReturnType<typeof momentsOf>>((moments, event) => mergeMoments(parseMoments(structuredClone(moments)), momentsOf(event), endMs, limits), []);
      expect(stepsOf(kept)).toEqual(sequenceOf(events, endMs, limits));
      expect(kept.length).toBeLessThanOrEqual(7);
    }));
  });

  it('has buckets of the tables alone', () => {
    fc.assert(fc.property(itemEvents, (events) => {
      for (const [index, { dwellBucket, gapBucket, priceBucket, type }] of sequenceOf(events).entries()) {
        expect(dwellBucket).toBeLessThanOrEqual(DWELL_EDGES_MS.length);
        expect(priceBucket).toBeLessThanOrEqual(PRICE_EDGES_MINOR.length);
        expect(gapBucket > 0).toBe(index > 0);
        expect(type === 'view_item' || dwellBucket === 0).toBe(true);
      }
    }));
  });
});

it('leaves out what another hand changed', () => {
  const [moment] = momentsOf(viewOf('a'));
  const wrong = [undefined, 7, 'x', [], { ...moment, type: 'search' }, { ...moment, timeMs: Number.NaN }, { ...moment, line: -1 }, { ...moment, priceBucket: '1' }, { ...moment, itemId: 7 }];
  expect(parseMoments([...wrong, moment])).toEqual([moment]);
  for (const given of [undefined, null, 'moments', { 0: moment }]) expect(parseMoments(given)).toEqual([]);
});
