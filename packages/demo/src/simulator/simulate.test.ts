import { readFileSync } from 'node:fs';
import { RecordedEvent } from '@vua/models/contracts';
import { describe, expect, it } from 'vitest';
import { compileCheck } from '../../../server-lite/src/ingest/event-checks.ts';
import { judgeEvent } from '../../../server-lite/src/ingest/judge-event.ts';
import { adoptCatalog } from './catalog/adopt-catalog.ts';
import type { ShopCatalog } from './catalog/simulated-item.ts';
import { createFigures } from './log/create-figures.ts';
import { toRecordedLine } from './log/to-recorded-line.ts';
import { bestSize } from './shoppers/fit-of.ts';
import { DAY_MS, dayStartMs } from './simulation.ts';
import { type SimulatedEvent, simulate } from './simulate.ts';
import { NEW_YEAR, eventsOf, smallShop } from './testing/small-shop.ts';

const checkRecorded = compileCheck(RecordedEvent);
const options = smallShop();
const log = eventsOf(options);
const linesOf = (events: readonly SimulatedEvent[]): string => events.map(({ event, receivedMs }) => toRecordedLine(event, receivedMs)).join('');
const own = JSON.parse(readFileSync(new URL('../../catalog.json', import.meta.url), 'utf8')) as ShopCatalog;
const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): T[][] {
  return [...Map.groupBy(values, keyOf).values()];
}

describe('a simulated log', () => {
  it('is the same for a seed, byte for byte, and another for another', () => {
    expect(log.length).toBeGreaterThan(2000);
    expect(linesOf(eventsOf(smallShop()))).toBe(linesOf(log));
    expect(linesOf(eventsOf(smallShop({ seed: 8 })))).not.toBe(linesOf(log));
  });

  it('holds only what the contract and the server take', () => {
    const refused = log.filter(({ event, receivedMs }) => judgeEvent(event).status !== 'accepted' || checkRecorded(JSON.parse(toRecordedLine(event, receivedMs))) !== undefined);
    expect(refused).toEqual([]);
    expect(linesOf(log)).not.toContain('null');
  });

  it('is in the order of its ids, each made when its event happened, received later', () => {
    const ids = log.map(({ event }) => event.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(log.filter(({ event, receivedMs }) => timeOf(event.id) !== event.timeMs || receivedMs < event.timeMs)).toEqual([]);
  });

  it('has pseudonymous ids that live a day at most, several for a person', () => {
    const days = grouped(log, ({ event }) => event.anonymousId);
    expect(days.filter((events) => new Set(events.map(({ shopper }) => shopper.number)).size > 1)).toEqual([]);
    expect(Math.max(...log.map(({ event }) => event.timeMs - timeOf(event.anonymousId)))).toBeLessThan(DAY_MS);
    expect(Math.max(...grouped(days, ([first]) => String(first?.shopper.number)).map((idsOfOne) => idsOfOne.length))).toBeGreaterThan(2);
  });

  it('knows nobody who did not agree, and no customer who did not agree to be one', () => {
    expect(log.filter(({ shopper }) => shopper.consent.analytics !== 'granted')).toEqual([]);
    expect(log.filter(({ event }) => event.customerId !== undefined && event.consent.personalization !== 'granted')).toEqual([]);
    expect(log.some(({ event }) => event.customerId !== undefined)).toBe(true);
    const asked = log.filter(({ event }) => event.consent.analytics === 'unknown');
    expect(asked.length).toBeGreaterThan(50);
    expect(grouped(asked, ({ shopper }) => String(shopper.number)).filter((events) => events.length > 1)).toEqual([]);
  });

  it('shows only what is sold on the day', () => {
    const lives = new Map(options.items.map(({ product, traits }) => [product.id, traits]));
    const viewed = log.flatMap(({ event }) => (event.type === 'view_item' ? { id: event.data.item.itemId, timeMs: event.timeMs } : []));
    const unsold = viewed.filter(({ id, timeMs }) => {
      const { appearsDay = 0, leavesDay = 0 } = lives.get(id) ?? {};
      return timeMs < dayStartMs(appearsDay) || timeMs >= dayStartMs(leavesDay);
    });
    expect(unsold).toEqual([]);
    expect(new Set(options.items.map(({ traits }) => traits.appearsDay > NEW_YEAR))).toEqual(new Set([true, false]));
  });

  it('sells what lies in the bag, in a size of its chart, and takes back what was sold', () => {
    const labels = new Map(options.items.map(({ product, chart }) => [product.id, chart.rows.map(({ label }) => label)]));
    const sold = new Set<string>();
    for (const events of grouped(log, ({ event }) => event.sessionId)) {
      const bag: string[] = [];
      for (const { event } of events) {
        if (event.type === 'add_to_cart') bag.push(...event.data.items.map(({ itemId }) => itemId));
        if (event.type === 'remove_from_cart') bag.splice(bag.indexOf(event.data.items[0]?.itemId ?? ''), 1);
        if (event.type !== 'purchase') continue;
        expect(event.data.items.map(({ itemId }) => itemId)).toEqual(bag.splice(0));
        expect(event.data.value.amountMinor).toBe(event.data.items.reduce((sum, { price }) => sum + (price?.amountMinor ?? NaN), 0));
        for (const { itemId, size = '' } of event.data.items) {
          expect(labels.get(itemId)).toContain(size);
          sold.add(`${event.data.orderId} ${itemId} ${size}`);
        }
      }
    }
    const returns = log.flatMap(({ event }) => (event.type === 'return_item' ? event.data : []));
    expect(returns.length).toBeGreaterThan(2);
    for (const { orderId, item } of returns) expect(sold).toContain(`${orderId} ${item.itemId} ${item.size}`);
  });

  it('draws arms of experiments where some run', () => {
    const withArms = eventsOf(smallShop({ days: 10, experiments: { hero: ['a', 'b'] } }));
    expect(new Set(withArms.map(({ event }) => event.arms?.['hero']))).toEqual(new Set(['a', 'b']));
    expect(grouped(withArms, ({ event }) => event.anonymousId).filter((events) => new Set(events.map(({ event }) => event.arms?.['hero'])).size > 1)).toEqual([]);
    expect(log.some(({ event }) => 'arms' in event)).toBe(false);
  });

  it('refuses a shop without items', () => {
    expect(() => eventsOf(smallShop({ items: [] }))).toThrow('without items');
  });
});

describe('the figures of a log', () => {
  const figuresOf = (events: Iterable<SimulatedEvent>) => {
    const counter = createFigures();
    for (const { event } of events) counter.add(event);
    return counter.figures();
  };
  const long = smallShop({ shoppers: 1500, days: 40 });
  const figures = figuresOf(simulate(long));

  it('are those of a fashion shop', () => {
    expect(figures.events).toBeGreaterThan(10_000);
    expect(figures.eventsAVisit).toBeGreaterThan(6);
    expect(figures.eventsAVisit).toBeLessThan(13);
    expect(figures.purchaseRate).toBeGreaterThan(0.02);
    expect(figures.purchaseRate).toBeLessThan(0.08);
    expect(figures.returnRate).toBeGreaterThan(0.1);
    expect(figures.returnRate).toBeLessThan(0.3);
    expect(figures.adviceRate).toBeGreaterThan(0.05);
    expect(figures.adviceRate).toBeLessThan(0.2);
  });

  it('are near those for the demo shop with its six garments', () => {
    const { purchaseRate, eventsAVisit, types } = figuresOf(simulate({ ...long, items: adoptCatalog(own, 7) }));
    expect(purchaseRate).toBeGreaterThan(0.01);
    expect(purchaseRate).toBeLessThan(0.08);
    expect(eventsAVisit).toBeGreaterThan(6);
    expect(types.return_item).toBeGreaterThan(0);
  }, 60_000);

  it('are empty of an empty log, without NaN', () => {
    expect(figuresOf([])).toEqual({ events: 0, visits: 0, ids: 0, eventsAVisit: 0, purchaseRate: 0, returnRate: 0, adviceRate: 0, types: {} });
  });
});

describe('what drives the shoppers', () => {
  const viewedFrom = (startDay: number): string[] => eventsOf(smallShop({ startDay, days: 10 })).flatMap(({ event }) => (event.type === 'view_item' ? event.data.item.category ?? '' : []));
  const shareOf = (viewed: readonly string[], types: readonly string[]): number => viewed.filter((type) => types.includes(type)).length / viewed.length;

  it('is the season', () => {
    const [january, july] = [viewedFrom(NEW_YEAR), viewedFrom(NEW_YEAR + 180)];
    expect(shareOf(january, ['coat', 'knit', 'jacket'])).toBeGreaterThan(3 * shareOf(july, ['coat', 'knit', 'jacket']));
    expect(shareOf(july, ['tee', 'swimwear', 'dress'])).toBeGreaterThan(1.5 * shareOf(january, ['tee', 'swimwear', 'dress']));
  }, 60_000);

  it('is the body: most take their own size', () => {
    const charts = new Map(options.items.map(({ product, chart }) => [product.id, chart]));
    const offBy = log.flatMap(({ event, shopper }) => {
      const chart = event.type === 'size_choose' ? charts.get(event.data.itemId) : undefined;
      if (chart === undefined || event.type !== 'size_choose') return [];
      const labels = chart.rows.map(({ label }) => label);
      return Math.abs(labels.indexOf(event.data.size) - labels.indexOf(bestSize(chart, shopper.body).label));
    });
    expect(offBy.filter((steps) => steps === 0).length / offBy.length).toBeGreaterThan(0.6);
    expect(offBy.filter((steps) => steps > 2).length / offBy.length).toBeLessThan(0.05);
  });

  it('is popularity: a tenth of the items has a large part of the looks', () => {
    const counts = Map.groupBy(log.flatMap(({ event }) => (event.type === 'view_item' ? event.data.item.itemId : [])), (id) => id);
    const sorted = [...counts.values()].map((ids) => ids.length).sort((a, b) => b - a);
    const [top, all] = [sorted.slice(0, options.items.length / 10), sorted].map((values) => values.reduce((sum, value) => sum + value, 0));
    expect((top ?? 0) / (all ?? 1)).toBeGreaterThan(0.3);
  });
});
