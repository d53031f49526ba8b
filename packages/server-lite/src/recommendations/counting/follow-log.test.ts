import { describe, expect, it } from 'vitest';
import type { EventQuery, LateQuery, StoredEvent } from '../../storage/event-log.ts';
import { createMemoryEventLog } from '../../storage/memory-event-log.ts';
import { SAMPLE_NOW_MS, sampleId } from '../../storage/testing/sample-event.ts';
import { purchase, step } from '../testing/sample-shop.ts';
import { followShop } from './follow-log.ts';
import { createRecentSteps } from './recent-steps.ts';
import { createStepQuota } from './step-quota.ts';
import { type ShopCounts, createShopCounts } from './shop-counts.ts';
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
  await opened.events.append([step(2, 'b', 0)]);
  await opened.shop.advance();
  await opened.shop.advance();
  expect(popularityOf(opened)).toEqual({ a: 2, b: 2, d: 5 });
  expect(opened.shop.countedMs()).toBe(opened.now() - 20_000);
});

it('waits for what may still come, and counts anew each day: what was erased or is too old is out', async () => {
  const opened = openShop();
  await opened.events.append([step(1, 'young', -0.8), step(2, 'gone', 5), step(3, 'old', 29.5 * MINUTES_OF_DAY)]);
  await opened.shop.advance();
  expect(Object.keys(popularityOf(opened)).toSorted()).toEqual(['gone', 'old']);
  await opened.events.eraseSubject('demo', step(2, 'gone', 5).anonymousId);
  opened.wait(20_000);
  await opened.shop.advance();
  expect(Object.keys(popularityOf(opened)).toSorted()).toEqual(['gone', 'old', 'young']);
  opened.wait(DAY_MS);
  await opened.shop.advance();
  expect(Object.keys(popularityOf(opened))).toEqual(['young']);
});

describe('events that come late', () => {
  /** Made so long ago by the device's clock, by which their ids are made. */
  const late = (shopper: number, itemId: string, minutesAgo: number) => step(shopper, itemId, minutesAgo, { id: sampleId(SAMPLE_NOW_MS - minutesAgo * 60_000, (numbers += 1)) });
  let numbers = 5000;

  it('are counted with the next step, once, whether a device was offline or its clock is behind', async () => {
    const opened = openShop();
    await opened.events.append([late(1, 'a', 5)]);
    await opened.shop.advance();
    const offline = late(2, 'a', 3 * MINUTES_OF_DAY);
    // Filed by the server's clock, under an id of its own.
    const behind = { ...late(3, 'b', 90), timeMs: opened.now() - 1000 };
    await opened.events.append([offline, behind]);
    await opened.shop.advance();
    expect(Object.keys(popularityOf(opened))).toEqual(['a', 'b']);
    await opened.events.append([offline, behind]);
    await opened.shop.advance();
    await opened.shop.advance();
    expect(opened.shop.counts().figures(opened.now()).find(({ itemId }) => itemId === 'b')?.popularity).toBeCloseTo(1, 5);
  });

  it('are not counted where they are older than what is counted, or were erased before', async () => {
    const opened = openShop();
    await opened.shop.advance();
    await opened.events.append([late(1, 'ancient', 31 * MINUTES_OF_DAY), late(2, 'gone', 60), late(3, 'other', 60)]);
    await opened.events.eraseSubject('demo', step(2, 'gone', 5).anonymousId);
    await opened.shop.advance();
    expect(Object.keys(popularityOf(opened))).toEqual(['other']);
  });

  it('are counted once by a process that starts in between', async () => {
    const opened = openShop();
    await opened.events.append([late(1, 'a', 5), late(2, 'a', 60)]);
    const restarted = followShop('demo', { events: opened.events, now: opened.now, random: () => 0.4 });
    await restarted.advance();
    await opened.events.append([late(3, 'a', 120), late(4, 'a', 0.1)]);
    await restarted.advance();
    opened.wait(60_000);
    await restarted.advance();
    expect(restarted.counts().figures(SAMPLE_NOW_MS).map(({ itemId, popularity }) => [itemId, Math.round(popularity)])).toEqual([['a', 4]]);
  });

  it('are each counted once, whenever they come: before a page is read, while it is, or after it', async () => {
    const event = fc.record({ agoMs: fc.oneof(fc.integer({ min: 0, max: 29 * DAY_MS }), fc.integer({ min: -60_000, max: 120_000 })), when: fc.constantFrom('before' as const, 'during' as const, 'after' as const) });
    await fc.assert(fc.asyncProperty(fc.array(fc.array(event, { maxLength: 5 }), { maxLength: 8 }), async (rounds) => {
      let nowMs = SAMPLE_NOW_MS + 60_000;
      const log = createMemoryEventLog(() => nowMs);
      let coming: Readonly<Record<'before' | 'during' | 'after', readonly StoredEvent[]>> | undefined;
      const take = async (when: 'before' | 'during' | 'after'): Promise<void> => {
        await log.append(coming?.[when] ?? []);
        if (coming !== undefined) coming = { ...coming, [when]: [] };
      };
      const then = async <T>(answer: T, when: 'before' | 'during'): Promise<T> => {
        await take(when);
        return answer;
      };
      const events = { readLate: async (query: LateQuery) => then(await log.readLate(query), 'before'), read: async (query: EventQuery) => then(await log.read(query), 'during') };
      const shop = followShop('demo', { events, now: () => nowMs, random: () => 0.4 });
      for (const round of rounds) {
        const made = round.map(({ agoMs, when }) => ({ when, event: step((numbers += 1), 'a', 0, { timeMs: nowMs - agoMs, id: sampleId(nowMs - agoMs, numbers) }) }));
        const of = (when: 'before' | 'during' | 'after') => made.filter((one) => one.when === when).map((one) => one.event);
        coming = { before: of('before'), during: of('during'), after: of('after') };
        await shop.advance();
        await take('after');
        nowMs += 10_000;
      }
      nowMs += 5 * 60_000;
      await shop.advance();
      const all = await log.read({ tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 5000 });
      const anew = createShopCounts(nowMs - 30 * DAY_MS, 0);
      for (const one of all) anew.count(one);
      const popularity = (counts: ShopCounts) => counts.figures(nowMs)[0]?.popularity ?? 0;
      expect(popularity(shop.counts())).toBeCloseTo(popularity(anew), 6);
    }), { numRuns: 200 });
  });
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
  expect(counts.followers('a').map(({ itemId, weight, boughtWeight }) => [itemId, weight, boughtWeight])).toEqual([['x', 12, 0], ['b', 6, 0]]);
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

it('counts each size of an item that is bought in two with one order, once for each shopper', async () => {
  const opened = openShop();
  const order = [{ itemId: 'a', size: 'M' }, { itemId: 'a', size: 'L' }];
  await opened.events.append([...Array.from({ length: 12 }, (_, k) => purchase(k, order, 9)), ...Array.from({ length: 20 }, () => purchase(1, order, 8))]);
  await opened.shop.advance();
  expect(opened.shop.counts().sizes(opened.now()).map(({ size, items }) => [size, ...items.map(({ itemId, score }) => [itemId, Math.round(score)])])).toEqual([['M', ['a', 60]], ['L', ['a', 60]]]);
  expect(popularityOf(opened)).toEqual({ a: 60 });
});

it('never takes fewer than five shoppers for five, and sees many', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 4 }), fc.integer(), (ids, salt) => {
    expect(hasEnoughShoppers(ids.reduce((mask, id) => mask | shopperBit(id, salt), 0))).toBe(false);
  }));
  fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { minLength: 60, maxLength: 60 }), fc.integer(), (ids, salt) => {
    expect(hasEnoughShoppers(ids.reduce((mask, id) => mask | shopperBit(id, salt), 0))).toBe(true);
  }));
});

describe('one pseudonymous id, or one session', () => {
  const cart = (itemId: string) => ({ type: 'add_to_cart', dataJson: JSON.stringify({ items: [{ itemId, quantity: 9 }] }) });
  const figuresOf = ({ shop, now }: ReturnType<typeof openShop>) => new Map(shop.counts().figures(now()).map((figure) => [figure.itemId, figure]));

  it('counts once for each item: looked at, put into the cart, bought', async () => {
    const opened = openShop();
    await opened.events.append(Array.from({ length: 300 }, (_, k) => [step(1, 'pushed', k / 100), step(1, 'pushed', k / 100, cart('pushed'))]).flat());
    await opened.events.append([...Array.from({ length: 200 }, () => purchase(1, [{ itemId: 'pushed' }], 1)), ...[2, 3, 4].map((shopper) => step(shopper, 'liked', 5))]);
    await opened.shop.advance();
    const figures = figuresOf(opened);
    expect(figures.get('pushed')?.popularity).toBeCloseTo(1 + 3 + 5, 1);
    expect(figures.get('liked')?.popularity).toBeCloseTo(3, 1);
  });

  it('makes nothing trend by looking at it', async () => {
    const opened = openShop();
    await opened.events.append([...Array.from({ length: 500 }, (_, k) => step(1, 'pushed', k / 100)), ...Array.from({ length: 500 }, (_, k) => step(k, 'same session', k / 100, { sessionId: sampleId(3, 1) }))]);
    await opened.shop.advance();
    expect([...figuresOf(opened).values()].map(({ itemId, trend, popularity }) => [itemId, trend, Math.round(popularity)])).toEqual([['pushed', 0, 1], ['same session', 0, 1]]);
  });

  it('brings two hundred steps at most', async () => {
    const opened = openShop();
    await opened.events.append(Array.from({ length: 1000 }, (_, k) => step(1, `i${k}`, 1)));
    await opened.shop.advance();
    expect(opened.shop.counts().figures(opened.now())).toHaveLength(200);
  });

  it('outweighs no pair of others by going to and fro', async () => {
    const opened = openShop();
    await opened.events.append(Array.from({ length: 12 }, (_, k) => [step(k, 'a', 50), step(k, 'b', 40), step(k, 'c', 30)]).flat());
    await opened.events.append(Array.from({ length: 100 }, () => [step(1, 'a', 20), step(1, 'c', 19)]).flat());
    await opened.shop.advance();
    expect(opened.shop.counts().followers('a')).toEqual([{ itemId: 'b', weight: 12, boughtWeight: 0 }, { itemId: 'c', weight: 6, boughtWeight: 0 }]);
  });

  it('is known as long as there is room', () => {
    const quota = createStepQuota(7, 4);
    const take = (who: string, itemId = 'a'): boolean => quota.take([who], itemId);
    expect([take('one'), take('one'), take('two'), take('three'), take('one')]).toEqual([true, false, true, true, false]);
    for (let k = 0; k < 10; k += 1) take(`more ${k}`);
    expect([take('one'), take('more 9')]).toEqual([true, false]);
  });
});

it('forgets the steps of who was quiet longest', () => {
  const recent = createRecentSteps(2);
  const view = (itemId: string) => ({ itemId, weight: 1, isBought: false });
  for (const [shopper, itemId] of [['one', 'a'], ['two', 'b'], ['one', 'c'], ['three', 'd']] as const) recent.push(shopper, view(itemId));
  expect([recent.push('one', view('e')).map(({ itemId }) => itemId), recent.push('two', view('f'))]).toEqual([['c', 'a'], []]);
});
