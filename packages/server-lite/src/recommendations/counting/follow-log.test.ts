import { expect, it } from 'vitest';
import { createMemoryEventLog } from '../../storage/memory-event-log.ts';
import { SAMPLE_NOW_MS } from '../../storage/testing/sample-event.ts';
import { purchase, step } from '../testing/sample-shop.ts';
import { followShop } from './follow-log.ts';
import { createRecentSteps } from './recent-steps.ts';
import { hasEnoughShoppers, shopperBit } from './shopper-mask.ts';
import fc from 'fast-check';

const DAY_MS = 86_400_000;
const MINUTES_OF_DAY = 1440;

function openShop() {
  let nowMs = SAMPLE_NOW_MS + 60_000;
  const events = createMemoryEventLog(() => nowMs);
  return { events, shop: followShop('demo', { events, now: () => nowMs, random: () => 0.4 }), wait: (ms: number): void => { nowMs += ms; }, now: () => nowMs };
}
const popularityOf = ({ shop, now }: ReturnType<typeof openShop>): Readonly<Record<string, number>> => (
  Object.fromEntries(shop.counts().figures(now()).map(({ itemId, popularity }) => [itemId, Math.round(popularity)]))
);

it('counts what has come since, once, and of this shop alone', async () => {
  const opened = openShop();
  await opened.events.append([step(1, 'a', 3), step(2, 'a', 2), step(1, 'b', 1), step(1, 'c', 1, { tenantId: 'other' }), purchase(3, [{ itemId: 'd', quantity: 2 }], 1)]);
  await opened.shop.advance();
  expect(popularityOf(opened)).toEqual({ a: 2, b: 1, d: 5 });
  await opened.events.append([step(1, 'b', 0)]);
  await opened.shop.advance();
  await opened.shop.advance();
  expect(popularityOf(opened)).toEqual({ a: 2, b: 2, d: 5 });
  expect(opened.shop.countedMs()).toBe(opened.now() - 10_000);
});

it('waits for what may still come, and counts anew each day: what came late is in, what was erased is out', async () => {
  const opened = openShop();
  await opened.events.append([step(1, 'young', -0.95), step(2, 'gone', 5)]);
  await opened.shop.advance();
  expect(popularityOf(opened)).toEqual({ gone: 1 });
  await opened.events.append([step(3, 'late', 60)]);
  await opened.events.eraseSubject('demo', step(2, 'gone', 5).anonymousId);
  opened.wait(20_000);
  await opened.shop.advance();
  expect(popularityOf(opened)).toEqual({ gone: 1, young: 1 });
  opened.wait(DAY_MS);
  await opened.shop.advance();
  expect(Object.keys(popularityOf(opened)).toSorted()).toEqual(['late', 'young']);
});

it('halves what is a week old, calls new what was first seen lately, and trending what rises', async () => {
  const opened = openShop();
  await opened.events.append([
    ...Array.from({ length: 40 }, (_, k) => step(k, 'old', 7 * MINUTES_OF_DAY)), ...Array.from({ length: 20 }, (_, k) => step(k, 'risen', 10)), step(1, 'rare', 5),
    step(1, 'first', 29.5 * MINUTES_OF_DAY),
  ]);
  await opened.shop.advance();
  const figures = new Map(opened.shop.counts().figures(opened.now()).map((figure) => [figure.itemId, figure]));
  expect(figures.get('old')?.popularity).toBeCloseTo(20, 0);
  expect(figures.get('old')?.trend).toBe(0);
  expect(figures.get('risen')?.trend).toBeGreaterThan(3);
  expect(figures.get('rare')?.trend).toBe(0);
  expect(figures.get('risen')?.firstSeenMs).toBe(SAMPLE_NOW_MS - 600_000);
  expect(figures.get('first')?.firstSeenMs).toBe(0);
});

it('pairs steps of one shopper, nearer ones more, and tells others only those of five', async () => {
  const opened = openShop();
  const cart = (itemId: string) => ({ type: 'add_to_cart', dataJson: JSON.stringify({ items: [{ itemId }] }) });
  await opened.events.append(Array.from({ length: 12 }, (_, k) => [step(k, 'a', 50 - k), step(k, 'x', 30 - k), step(k, 'b', 15 - k)]).flat());
  await opened.events.append([step(99, 'a', 10), step(99, 'a', 9, cart('a')), step(99, 'lonely', 8), step(99, 'lonely', 7, cart('lonely'))]);
  await opened.shop.advance();
  const counts = opened.shop.counts();
  expect(counts.followers('a').map(({ itemId, weight, boughtWeight }) => [itemId, weight, boughtWeight])).toEqual([['x', 12, 0], ['b', 6, 0], ['lonely', 2, 1]]);
  expect(counts.publicFollowers('a').map(({ itemId }) => itemId)).toEqual(['x', 'b']);
  expect([counts.followers('gone'), counts.followers('b')]).toEqual([[], []]);
});

it('knows what is popular in a size only where five bought it', async () => {
  const opened = openShop();
  await opened.events.append([
    ...Array.from({ length: 12 }, (_, k) => purchase(k, [{ itemId: 'a', size: 'M' }], 9)), ...Array.from({ length: 20 }, () => purchase(1, [{ itemId: 'b', size: 'M' }], 8)), purchase(2, [{ itemId: 'a', size: 'S' }], 7),
  ]);
  await opened.shop.advance();
  expect(opened.shop.counts().sizes(opened.now())).toMatchObject([{ size: 'M', items: [{ itemId: 'a' }] }]);
});

it('never takes fewer than five shoppers for five, and sees many', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 4 }), fc.integer(), (ids, salt) => {
    expect(hasEnoughShoppers(ids.reduce((mask, id) => mask | shopperBit(id, salt), 0))).toBe(false);
  }));
  fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { minLength: 60, maxLength: 60 }), fc.integer(), (ids, salt) => {
    expect(hasEnoughShoppers(ids.reduce((mask, id) => mask | shopperBit(id, salt), 0))).toBe(true);
  }));
});

it('forgets the steps of who was quiet longest', () => {
  const recent = createRecentSteps(2);
  const view = (itemId: string) => ({ itemId, weight: 1, isBought: false });
  for (const [shopper, itemId] of [['one', 'a'], ['two', 'b'], ['one', 'c'], ['three', 'd']] as const) recent.push(shopper, view(itemId));
  expect([recent.push('one', view('e')).map(({ itemId }) => itemId), recent.push('two', view('f'))]).toEqual([['c', 'a'], []]);
});
