import { Check } from 'typebox/value';
import { RecommendationFigures } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import { SAMPLE_NOW_MS } from '../../storage/testing/sample-event.ts';
import { purchase, step } from '../testing/sample-shop.ts';
import { attributeEvents } from './attribute-events.ts';
import { readReportRange } from './read-report-range.ts';
import { spreadOf } from './spread-of.ts';

const HOUR_MS = 3_600_000;
const MODEL = { kind: 'for-you', strategy: 'sequence-model', modelVersion: 'v1' };
const show = (itemIds: readonly string[], answer: object = MODEL, minutesAgo = 60) => step(1, 'i0', minutesAgo, { type: 'recommendation_show', dataJson: JSON.stringify({ placement: 'home', itemIds, recommendationId: 'r', ...answer }) });
const click = (shopper: number, itemId: string, minutesAgo: number, answer: object = MODEL) => step(shopper, itemId, minutesAgo, { type: 'recommendation_click', dataJson: JSON.stringify({ placement: 'home', itemId, position: 0, ...answer }) });
const attribute = (...events: readonly ReturnType<typeof step>[]) => {
  const attribution = attributeEvents({ toMs: SAMPLE_NOW_MS, withinMs: HOUR_MS, catalogItems: 4 });
  for (const event of events) attribution.count(event);
  return attribution.rows();
};
const price = { amountMinor: 100, currency: 'VND' };

it('adds up lists, clicks, purchases and revenue by who spoke', () => {
  const popular = { kind: 'trending', strategy: 'popular' };
  const rows = attribute(show(['a', 'b', 'c']), show(['a', 'b']), show(['a'], popular), click(1, 'a', 50), click(2, 'b', 50, popular), purchase(1, [{ itemId: 'a', price, quantity: 3 }, { itemId: 'b', price }], 40), purchase(2, [{ itemId: 'b' }], 40));
  expect(rows).toMatchObject([
    { ...MODEL, lists: 2, shown: 5, clicked: 1, bought: 3, revenue: [{ amountMinor: 300, currency: 'VND' }], coverage: 0.75 },
    { ...popular, lists: 1, shown: 1, clicked: 1, bought: 1, revenue: [], coverage: 0.25 },
  ]);
  expect(rows.every((row) => Check(RecommendationFigures, row))).toBe(true);
});

it('gives a purchase to the last click before it, within the time, of the same id', () => {
  const other = { kind: 'similar', strategy: 'similar-items' };
  const boughtBy = (...events: readonly ReturnType<typeof step>[]): Readonly<Record<string, number>> => Object.fromEntries(attribute(...events).map(({ kind = '', bought }) => [kind, bought]));
  expect(boughtBy(click(1, 'a', 50), click(1, 'a', 40, other), purchase(1, [{ itemId: 'a' }], 30))).toEqual({ 'for-you': 0, similar: 1 });
  expect(boughtBy(click(1, 'a', 95), purchase(1, [{ itemId: 'a' }], 30))).toEqual({ 'for-you': 0 });
  expect(boughtBy(click(1, 'a', 50), purchase(2, [{ itemId: 'a' }], 30))).toEqual({ 'for-you': 0 });
  expect(boughtBy(click(1, 'a', 20), purchase(1, [{ itemId: 'a' }], 30))).toEqual({ 'for-you': 0 });
});

it('counts what is shown and clicked in the range, and purchases after it', () => {
  expect(attribute(show(['a'], MODEL, -1), click(1, 'a', 1), click(2, 'a', -1), purchase(1, [{ itemId: 'a' }], -30))).toMatchObject([{ lists: 0, clicked: 1, bought: 1 }]);
});

it('bounds the names that senders choose', () => {
  const rows = attribute(...Array.from({ length: 500 }, (_, k) => show(['a'], { ...MODEL, modelVersion: `v${k}` })));
  expect(rows).toHaveLength(201);
  expect(rows[0]).toMatchObject({ shown: 300 });
  expect(rows[0]).not.toHaveProperty('modelVersion');
});

it('measures spread and surprise', () => {
  expect(spreadOf(new Map([['a', 2], ['b', 2]]), new Map([['a', 8], ['b', 8]]), 2)).toEqual({ coverage: 1, gini: 0, noveltyBits: 1 });
  expect(spreadOf(new Map([['a', 9]]), new Map([['a', 1], ['b', 7]]), 10)).toMatchObject({ coverage: 0.1, gini: expect.closeTo(0.9, 9) as number, noveltyBits: 3 });
  expect(spreadOf(new Map(), new Map(), 0)).toEqual({ coverage: 0, gini: 0, noveltyBits: 0 });
});

it('reads ranges of at most 92 days', () => {
  expect(readReportRange({ from: '2026-11-01', to: '2026-11-20' }, 0)).toEqual({ fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 10, 20) });
  expect(readReportRange({}, SAMPLE_NOW_MS)).toEqual({ fromMs: SAMPLE_NOW_MS + 1 - 28 * 24 * HOUR_MS, toMs: SAMPLE_NOW_MS + 1 });
  expect([readReportRange({ from: '2026-02-30' }, SAMPLE_NOW_MS), readReportRange({ from: '2026-11-20', to: '2026-11-01' }, 0), readReportRange({ from: '0' }, SAMPLE_NOW_MS)]).toEqual([undefined, undefined, undefined]);
});
