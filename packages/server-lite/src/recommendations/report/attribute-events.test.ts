import { Check } from 'typebox/value';
import { RecommendationFigures, RecommendationKind, RecommendationStrategy } from '@vua/models/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  const attribution = attributeEvents({ toMs: SAMPLE_NOW_MS, withinMs: HOUR_MS, sold: new Set(['a', 'b', 'c', 'd']), versions: new Set(['v1', 'v2']) });
  for (const event of events) attribution.count(event);
  return attribution.rows();
};
const price = { amountMinor: 100, currency: 'VND' };
const cart = (shopper: number, items: readonly object[], minutesAgo: number) => step(shopper, 'i0', minutesAgo, { type: 'add_to_cart', dataJson: JSON.stringify({ items }) });
const bought = (itemId: string, recommendationId = 'r') => ({ itemId, price, recommendationId });
/** Pieces put into the cart and bought, and revenue: by id, by click. */
const led = (...events: readonly ReturnType<typeof step>[]) => attribute(...events).map(({ byId, byClick }) => (
  [byId, byClick].map(({ carted, bought: pieces, revenue }) => [carted, pieces, ...revenue.map(({ amountMinor, currency }) => `${amountMinor} ${currency}`)])
));

it('adds up lists, clicks, purchases and revenue by who spoke', () => {
  const popular = { kind: 'trending', strategy: 'popular' };
  const rows = attribute(
    show(['a', 'b', 'c']), show(['a', 'b']), show(['a', 'b'], popular), click(1, 'a', 50), click(2, 'b', 50, popular), cart(1, [{ itemId: 'a', quantity: 3 }], 45),
    purchase(1, [{ itemId: 'a', price, quantity: 3 }, { itemId: 'b', price }], 40), purchase(2, [{ itemId: 'b' }], 40),
  );
  const nothing = { carted: 0, bought: 0, revenue: [] };
  expect(rows).toMatchObject([
    { ...MODEL, lists: 2, shown: 5, clicked: 1, byId: nothing, byClick: { carted: 3, bought: 3, revenue: [{ amountMinor: 300, currency: 'VND' }] }, coverage: 0.75 },
    { ...popular, lists: 1, shown: 2, clicked: 1, byId: nothing, byClick: { carted: 0, bought: 1, revenue: [] }, coverage: 0.5 },
  ]);
  expect(rows.every((row) => Check(RecommendationFigures, row))).toBe(true);
});

it('gives what carries no id to the last click before it, within the time, of the same pseudonymous id', () => {
  const other = { kind: 'similar', strategy: 'similar-items' };
  const boughtBy = (...events: readonly ReturnType<typeof step>[]): Readonly<Record<string, number>> => Object.fromEntries(attribute(...events).map(({ kind = '', byClick }) => [kind, byClick.bought]));
  expect(boughtBy(click(1, 'a', 50), click(1, 'a', 40, other), purchase(1, [{ itemId: 'a' }], 30))).toEqual({ 'for-you': 0, similar: 1 });
  expect(boughtBy(click(1, 'a', 95), purchase(1, [{ itemId: 'a' }], 30))).toEqual({ 'for-you': 0 });
  expect(boughtBy(click(1, 'a', 50), purchase(2, [{ itemId: 'a' }], 30))).toEqual({ 'for-you': 0 });
  expect(boughtBy(click(1, 'a', 20), purchase(1, [{ itemId: 'a' }], 30))).toEqual({ 'for-you': 0 });
});

describe('what carries an id', () => {
  const withId = { ...MODEL, recommendationId: 'r' };

  it('counts for the list that was shown with it, whoever the shopper is called by then', () => {
    expect(led(show(['a', 'b']), click(1, 'a', 50, withId), cart(7, [bought('a')], 20), purchase(8, [bought('a')], 10))).toEqual([[[1, 1, '100 VND'], [0, 0]]]);
  });

  it('counts by its id alone, though the same shopper clicked the item elsewhere', () => {
    const other = { kind: 'similar', strategy: 'similar-items', recommendationId: 's' };
    expect(led(show(['a']), show(['a'], other), click(1, 'a', 30, other), purchase(1, [bought('a')], 10))).toEqual([[[0, 0], [0, 0]], [[0, 1, '100 VND'], [0, 0]]]);
  });

  it.each([
    ['an id that nothing was shown with', bought('a', 'made-up')], ['an item that was not shown with it', bought('z')], ['an id of what was shown later', bought('b', 'late')],
  ])('counts nothing for %s, nor by a click', (_what, line) => {
    expect(led(show(['a']), click(1, line.itemId, 50), show(['b'], { ...MODEL, recommendationId: 'late' }, 5), purchase(1, [line], 10))).toEqual([[[0, 0], [0, 0]]]);
  });

  it('counts within the time after it was last shown or clicked', () => {
    expect(led(show(['a', 'b'], MODEL, 100), click(1, 'a', 60, withId), purchase(1, [bought('a'), bought('b')], 10))).toEqual([[[0, 1, '100 VND'], [0, 0]]]);
  });

  it('stays with who showed it first under that id', () => {
    const other = { kind: 'similar', strategy: 'similar-items' };
    expect(led(show(['a']), show(['a', 'b'], other), purchase(1, [bought('a')], 10))).toEqual([[[0, 0], [0, 0]], [[0, 1, '100 VND'], [0, 0]]]);
  });

  it('counts no more than 50 lines of one pseudonymous id', () => {
    const orders = Array.from({ length: 80 }, () => purchase(1, [bought('a')], 10));
    expect(led(show(['a']), ...orders, purchase(2, [bought('a')], 9))).toEqual([[[0, 51, '5100 VND'], [0, 0]]]);
  });
});

describe('an order', () => {
  it('counts once, however often it is told and by whom, each of its lines once', () => {
    const lines = [bought('a'), bought('a'), bought('b')];
    const order = { orderId: 'order-7' };
    expect(led(show(['a', 'b']), click(1, 'a', 40), purchase(1, lines, 30, order), purchase(1, lines, 29, order), purchase(2, [{ itemId: 'a', price }], 28, order))).toEqual([[[0, 3, '300 VND'], [0, 0]]]);
  });

  it('never brings more than its value, nor another currency than its own', () => {
    const order = { value: { amountMinor: 150, currency: 'VND' } };
    expect(led(show(['a', 'b']), click(1, 'b', 40), purchase(1, [bought('a'), { itemId: 'b', price }], 30, order))).toEqual([[[0, 1, '100 VND'], [0, 1, '50 VND']]]);
    expect(led(show(['a']), purchase(1, [{ ...bought('a'), price: { amountMinor: 9, currency: 'USD' } }], 30, order))).toEqual([[[0, 1], [0, 0]]]);
  });

  it('brings at most its value, whatever its lines say', () => {
    const line = fc.record({ itemId: fc.constantFrom('a', 'b', 'z'), quantity: fc.integer({ min: 1, max: 1000 }), price: fc.record({ amountMinor: fc.nat(), currency: fc.constantFrom('VND', 'USD') }) }, { requiredKeys: ['itemId'] });
    const marked = fc.tuple(line, fc.constantFrom({ recommendationId: 'r' }, { recommendationId: 'x' }, {})).map((parts) => Object.assign({}, ...parts) as object);
    fc.assert(fc.property(fc.array(marked, { minLength: 1, maxLength: 60 }), fc.nat(), (lines, amountMinor) => {
      const rows = attribute(show(['a', 'b']), click(1, 'a', 40), purchase(1, lines, 30, { value: { amountMinor, currency: 'VND' } }));
      const revenue = rows.flatMap(({ byId, byClick }) => [...byId.revenue, ...byClick.revenue]);
      expect(revenue.every(({ currency }) => currency === 'VND')).toBe(true);
      expect(revenue.reduce((sum, part) => sum + part.amountMinor, 0)).toBeLessThanOrEqual(amountMinor);
    }));
  });
});

it('counts what is shown and clicked in the range, and purchases after it', () => {
  expect(attribute(show(['a']), show(['a'], MODEL, -1), click(1, 'a', 1), click(2, 'a', -1), purchase(1, [{ itemId: 'a' }], -30))).toMatchObject([{ lists: 1, clicked: 1, byClick: { bought: 1 } }]);
});

describe('names that senders choose', () => {
  it('are those of versions that the shop has; all others are in one row', () => {
    const rows = attribute(...Array.from({ length: 500 }, (_, k) => show(['a'], { ...MODEL, modelVersion: `v${k}` })), click(1, 'a', 50, { ...MODEL, modelVersion: 'made up' }));
    expect(rows.map(({ modelVersion, shown, clicked }) => [modelVersion, shown, clicked])).toEqual([['other', 498, 1], ['v1', 1, 0], ['v2', 1, 0]]);
  });

  it('are no versions of what no model chose, and no strategies that there are not', () => {
    const popular = { kind: 'trending', strategy: 'popular' };
    expect(attribute(show(['a'], { ...popular, modelVersion: 'v1' }), show(['a'], { ...popular, modelVersion: 'x' }), show(['a'], popular))).toMatchObject([{ ...popular, lists: 3 }]);
    expect(attribute(...Array.from({ length: 300 }, (_, k) => show(['a'], { kind: `k${k}`, strategy: `s${k}`, modelVersion: `v${k}` })))).toMatchObject([{ lists: 300 }]);
  });

  it('never take the place of those that are told later', () => {
    const made = RecommendationKind.enum.flatMap((kind) => RecommendationStrategy.enum.flatMap((strategy) => ['v2', 'x'].map((modelVersion) => show(['a'], { kind, strategy, modelVersion }))));
    expect(attribute(...made, show(['a', 'b'])).find(({ modelVersion }) => modelVersion === 'v1')).toMatchObject({ ...MODEL, shown: 2 });
  });
});

it('counts what is sold though made-up ids are shown first', () => {
  const madeUp = Array.from({ length: 1001 }, (_, list) => show(Array.from({ length: 100 }, (_each, k) => `made up ${list} ${k}`), { ...MODEL, recommendationId: undefined }));
  expect(attribute(...madeUp, show(['a', 'withdrawn']), click(1, 'a', 50))).toMatchObject([{ shown: 100_001, clicked: 1 }]);
  expect(attribute(...madeUp.slice(0, 2), show(['withdrawn']), click(1, 'withdrawn', 50))).toMatchObject([{ shown: 201, clicked: 1 }]);
});

describe('clicks', () => {
  const withId = { ...MODEL, recommendationId: 'r' };

  it('count after a show only, and each show for one', () => {
    expect(attribute(click(1, 'a', 70), show(['a', 'b']), click(1, 'b', 50), click(1, 'b', 40), click(2, 'c', 30))).toMatchObject([{ shown: 2, clicked: 1 }]);
    expect(attribute(show(['a']), show(['a']), click(1, 'a', 50), click(2, 'a', 40), click(3, 'a', 30))).toMatchObject([{ shown: 2, clicked: 2 }]);
  });

  it('count for the list that was shown under their id, whatever they say themselves; not at all where none was', () => {
    const other = { kind: 'similar', strategy: 'similar-items' };
    expect(attribute(show(['a']), show(['a'], { ...other, recommendationId: 's' }), click(1, 'a', 50, { ...other, recommendationId: 'r' })).map(({ kind, clicked }) => [kind, clicked])).toEqual([['for-you', 1], ['similar', 0]]);
    expect(attribute(show(['a']), click(1, 'a', 50, { ...withId, recommendationId: 'made up' }), click(1, 'b', 50, withId))).toMatchObject([{ shown: 1, clicked: 0 }]);
  });

  it('are never more than what was shown', () => {
    const event = fc.record({ isShow: fc.boolean(), itemId: fc.constantFrom('a', 'b', 'c'), answer: fc.constantFrom<object>(withId, MODEL, { ...MODEL, modelVersion: 'x' }, { kind: 'similar', strategy: 'similar-items', recommendationId: 's' }, {}), minutesAgo: fc.integer({ min: 0, max: 90 }) });
    fc.assert(fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const rows = attribute(...events.map(({ isShow, itemId, answer, minutesAgo }) => (isShow ? show([itemId], { recommendationId: undefined, ...answer }, minutesAgo) : click(1, itemId, minutesAgo, answer))));
      expect(rows.every(({ clicked, shown }) => clicked <= shown)).toBe(true);
    }));
  });
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
