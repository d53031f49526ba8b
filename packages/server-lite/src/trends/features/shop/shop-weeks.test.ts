import { TREND_VOCABULARY, type WeekRow, weekOfMs } from '@vua/models/trend';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../../storage/event-log.ts';
import { createMemoryEventLog } from '../../../storage/memory-event-log.ts';
import { SAMPLE_NOW_MS, sampleEvent, sampleId } from '../../../storage/testing/sample-event.ts';
import type { TrendWeek } from '../../weeks/trend-week.ts';
import { attributesOfItem } from './attributes-of-item.ts';
import type { ItemFacts } from './item-facts.ts';
import { shopWeeks } from './shop-weeks.ts';

const WEEK_MS = 7 * 86_400_000;
const WEEK = weekOfMs(SAMPLE_NOW_MS);
const SHIRT: ItemFacts = { id: 'linen-shirt', texts: ['Áo sơ mi linen', 'Linen shirt'], garmentType: 'shirt', colours: ['Kem', 'Trắng'] };
const SKIRT: ItemFacts = { id: 'skirt', texts: ['Midi số 7'], garmentType: 'skirt', colours: [] };

const shopper = (number: number): string => sampleId(SAMPLE_NOW_MS, 1000 + number);
const view = (number: number, fields: Partial<StoredEvent> = {}): StoredEvent => sampleEvent(number, { anonymousId: shopper(number), ...fields });
const search = (number: number, term: string): StoredEvent => view(number, { type: 'search', itemId: undefined, dataJson: JSON.stringify({ term }) });

async function weeksOf(events: readonly StoredEvent[], fromMs = SAMPLE_NOW_MS - WEEK_MS, toMs = SAMPLE_NOW_MS + 3 * WEEK_MS): Promise<readonly TrendWeek[]> {
  const log = createMemoryEventLog(() => SAMPLE_NOW_MS + 3 * WEEK_MS);
  await log.append([...events]);
  return shopWeeks('demo', fromMs, toMs, { events: log, listItems: () => Promise.resolve([SHIRT, SKIRT]), vocabulary: TREND_VOCABULARY });
}

const of = (weeks: readonly TrendWeek[], tag: string): readonly TrendWeek[] => weeks.filter((row) => row.tag === tag);

describe('weeks of the shop\'s own demand', () => {
  it('count views, carts and searches by attribute over all acts', async () => {
    const cart = view(6, { type: 'add_to_cart', dataJson: '{"items":[{"itemId":"linen-shirt"},{"itemId":"skirt"}]}' });
    const weeks = await weeksOf([view(1), view(2), view(3), cart, search(5, 'đầm linen trắng'), search(7, 'mũ bảo hiểm')]);
    expect(of(weeks, 'fabric:linen')).toEqual([{ source: 'shop', tag: 'fabric:linen', week: WEEK, value: 5 / 7, count: 5, engagement: null, sentiment: null, seenMs: SAMPLE_NOW_MS + 5 }]);
    expect(of(weeks, 'garment:dress')).toEqual([]);
  });

  it('leave out what fewer than five shoppers stand behind', async () => {
    const four = [1, 2, 3, 4].map((number) => view(number));
    const sameAgain = [5, 6, 7].map((number) => view(number, { anonymousId: shopper(1) }));
    expect(await weeksOf([...four, ...sameAgain])).toEqual([]);
    expect(of(await weeksOf([...four, ...sameAgain, view(8)]), 'garment:shirt')).toMatchObject([{ count: 8 }]);
  });

  it('count somebody with an account once, whatever the device', async () => {
    const customerId = 'c'.repeat(43);
    expect(await weeksOf([1, 2, 3, 4, 5, 6].map((number) => view(number, { customerId })))).toEqual([]);
  });

  it('keep weeks apart, and gaps gaps', async () => {
    const five = (from: number, timeMs: number): StoredEvent[] => Array.from({ length: 5 }, (_, i) => view(from + i, { timeMs, receivedMs: timeMs + 5 }));
    const weeks = await weeksOf([...five(1, SAMPLE_NOW_MS), ...five(11, SAMPLE_NOW_MS + 2 * WEEK_MS)]);
    expect(of(weeks, 'colour:cream').map(({ week, value }) => [week, value])).toEqual([[WEEK, 1], [WEEK + 2, 1]]);
  });

  it('read a log of more than a page, of the time asked for', async () => {
    const many = Array.from({ length: 4500 }, (_, number) => view(number + 1, { anonymousId: shopper(number % 7) }));
    expect(of(await weeksOf(many), 'fabric:linen')).toMatchObject([{ count: 4500 }]);
    expect(await weeksOf(many, SAMPLE_NOW_MS + 1)).toEqual([]);
  });

  it('skip items that are not in the catalog, and other events', async () => {
    expect(await weeksOf([1, 2, 3, 4, 5].map((number) => view(number, { itemId: 'gone' })))).toEqual([]);
    expect(await weeksOf([1, 2, 3, 4, 5].map((number) => view(number, { type: 'click', dataJson: '{"target":"linen"}' })))).toEqual([]);
  });
});

describe('attributes of an item', () => {
  it('come from its words and colours, and from its type where no word names a garment', () => {
    expect([...attributesOfItem(SHIRT, TREND_VOCABULARY)].sort()).toEqual(['colour:cream', 'colour:white', 'fabric:linen', 'garment:shirt']);
    expect([...attributesOfItem(SKIRT, TREND_VOCABULARY)].sort()).toEqual(['garment:skirt', 'silhouette:midi']);
  });
});

it('has rows that the table of weeks takes, and the other way round', () => {
  const row: WeekRow = { source: 'shop', tag: 'colour:red', week: 1, value: 0.5, count: 1, engagement: null, sentiment: null, seenMs: 1 };
  const kept: TrendWeek = row;
  const back: WeekRow = kept;
  expect(back).toBe(row);
});
