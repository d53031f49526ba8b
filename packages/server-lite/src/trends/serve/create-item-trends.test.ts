import { weekOfMs } from '@vua/models/trend';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ItemTrends } from '../../storage/item-trends.ts';
import { openTrendModels } from '../../testing/open-trend-models.ts';
import { trainFit } from '../fits/train-fit.ts';
import { learnedTrends } from '../testing/learned-trends.ts';
import { madeValues } from '../testing/made-history.ts';
import { createMemoryVocabularies } from '../vocabulary/memory-vocabularies.ts';
import { type ShopVocabularies, createShopVocabularies } from '../vocabulary/shop-vocabularies.ts';
import { createMemoryWeeks } from '../weeks/memory-weeks.ts';
import { createItemTrends } from './create-item-trends.ts';
import { toSourceSeries } from './source-series.ts';
import { createTrendViews } from './trend-views.ts';

const NOW_MS = Date.UTC(2026, 10, 25);
const WEEKS = 208;
let named: string;
const item = (id: string, text: string) => ({ id, texts: [text], garmentType: 'shirt', colours: [] });
/** One season has its top in 13 weeks, the other just had it. */
const PHASES = { 'fabric:linen': 3, 'fabric:velvet': 29 } as const;

let trends: ItemTrends;
let nowMs: number;
let listed: number;
let vocabularies: ShopVocabularies;

beforeEach(async () => {
  [nowMs, listed, named] = [NOW_MS, 0, 'Shirt'];
  const stores = { weeks: createMemoryWeeks(), models: openTrendModels() };
  const thisWeek = weekOfMs(NOW_MS);
  const rows = Object.entries(PHASES).flatMap(([tag, phaseWeeks]) => madeValues({ tag, phaseWeeks, growth: 0 }, WEEKS).map((value, k) => (
    { source: 'instagram' as const, tag, week: thisWeek - WEEKS + k, value, count: 1, engagement: null, sentiment: null, seenMs: NOW_MS })));
  await stores.weeks.save('shop', rows);
  const series = toSourceSeries(rows, thisWeek).map((one) => one.series);
  await stores.models.add('shop', learnedTrends(trainFit({ series, liveShadow: null, triesLastYear: true })));
  vocabularies = createShopVocabularies({ repository: createMemoryVocabularies() });
  trends = createItemTrends({
    views: createTrendViews({ ...stores, now: () => nowMs }), now: () => nowMs, vocabularyOf: (tenantId) => vocabularies.of(tenantId),
    listItems: async () => { listed += 1; return [item('rises', 'Áo linen'), item('falls', 'Velvet shirt'), item('unknown', named)]; },
  });
});

describe('trends of items', () => {
  it('follow the attributes that their words name, and leave out what nothing is known of', async () => {
    const changes = await trends.changes('shop');
    expect([...changes.keys()].sort()).toEqual(['falls', 'rises']);
    expect(changes.get('rises')).toBeGreaterThan(0.15);
    expect(changes.get('falls')).toBeLessThan(-0.15);
  });

  it('follow the words that the shop has added, once they are made anew', async () => {
    expect((await trends.changes('shop')).has('unknown')).toBe(false);
    await vocabularies.save('shop', { attributes: [{ id: 'fabric:velvet', label: { vi: 'nhung', en: 'velvet' }, en: ['plush'] }, { id: 'fabric:linen', label: { vi: 'vải lanh', en: 'linen' }, en: ['flaxen'] }] });
    named = 'Flaxen shirt';
    nowMs += 600_000;
    expect((await trends.changes('shop')).get('unknown')).toBeGreaterThan(0.15);
  });

  it('are none for a shop without weeks', async () => {
    expect((await trends.changes('other')).size).toBe(0);
  });

  it('are made once in ten minutes', async () => {
    await trends.changes('shop');
    await trends.changes('shop');
    expect(listed).toBe(1);
    nowMs += 600_000;
    await trends.changes('shop');
    expect(listed).toBe(2);
  });
});
