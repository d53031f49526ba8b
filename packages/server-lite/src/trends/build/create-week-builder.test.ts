import { weekOfMs } from '@vua/models/trend';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryEventLog } from '../../storage/memory-event-log.ts';
import { sampleEvent, sampleId } from '../../storage/testing/sample-event.ts';
import { type Collecting, HOUR_MS, MINUTE_MS, openCollecting } from '../testing/open-collecting.ts';
import type { Snapshot } from '../collect/snapshot.ts';
import { createMemoryVocabularies } from '../vocabulary/memory-vocabularies.ts';
import { type ShopVocabularies, createShopVocabularies } from '../vocabulary/shop-vocabularies.ts';
import { createMemoryWeeks } from '../weeks/memory-weeks.ts';
import type { WeekRepository } from '../weeks/week-repository.ts';
import { createWeekBuilder } from './create-week-builder.ts';
import { featureDelays } from './feature-delays.ts';

const SHIRT = { id: 'linen-shirt', texts: ['Áo sơ mi linen'], garmentType: 'shirt', colours: ['Trắng'] };
const TUNIC = { id: 'tunic', texts: ['Tunic sợi gai dầu'], garmentType: 'shirt', colours: [] };

let opened: Collecting;
let weeks: WeekRepository;
let events: ReturnType<typeof createMemoryEventLog>;
let vocabularies: ShopVocabularies;
const HEMP = { id: 'fabric:hemp', label: { vi: 'sợi gai dầu', en: 'hemp' } };
const vocabularyOf = (tenantId: string): ReturnType<ShopVocabularies['of']> => vocabularies.of(tenantId);
const place = { tenantId: 'shop', source: 'instagram', tag: 'linen' } as const;
const build = (): Promise<void> => createWeekBuilder({ stores: opened.stores, weeks, events, listItems: async () => [SHIRT, TUNIC], listTenants: async () => ['shop', 'quiet'], vocabularyOf, now: opened.now })(new AbortController().signal);
const delays = async (): Promise<readonly number[]> => (await featureDelays({ snapshots: opened.stores.snapshots, weeks }, opened.now())).map(({ delayMs }) => delayMs / MINUTE_MS);
const snapshot = (): Snapshot => ({ takenMs: opened.now(), page: 0, question: 'recent-media', httpStatus: 200, entries: 1, isSaturated: false, body: '{}' });

beforeEach(async () => {
  [opened, weeks] = [openCollecting(), createMemoryWeeks()];
  events = createMemoryEventLog(opened.now);
  vocabularies = createShopVocabularies({ repository: createMemoryVocabularies() });
});
afterEach(() => events.close());

async function keepPosts(count: number, caption = 'áo linen đẹp', tenantId = 'shop'): Promise<void> {
  const posts = Array.from({ length: count }, (_, k) => ({ ...place, tenantId, postId: `p${k}`, postedMs: opened.now() - k * HOUR_MS, seenMs: opened.now(), caption, likes: 10 }));
  await opened.stores.snapshots.save({ ...place, tenantId }, { snapshot: snapshot(), posts, points: [], isFinished: true });
}

describe('the builder of weeks', () => {
  it('counts posts by tag and by what their captions name', async () => {
    await opened.configure('instagram', 'http://127.0.0.1:9/', ['linen']);
    await keepPosts(4);
    await build();
    const rows = await weeks.list('shop', { source: 'instagram' });
    expect(rows.filter(({ tag }) => tag === 'linen')).toMatchObject([{ week: weekOfMs(opened.now()), value: 1, count: 4, engagement: 10 }]);
    expect(rows.find(({ tag }) => tag === 'fabric:linen')).toMatchObject({ count: 4 });
  });

  it('goes on with the next shop where one fails, and tells that one did', async () => {
    await opened.configure('instagram', 'http://127.0.0.1:9/', ['linen']);
    await keepPosts(1);
    const failing: WeekRepository = { ...weeks, save: async (tenantId, given) => (tenantId === 'a' ? Promise.reject(new Error('no row')) : weeks.save(tenantId, given)) };
    await opened.configure('instagram', 'http://127.0.0.1:9/', ['linen'], { tenantId: 'a' });
    await expect(createWeekBuilder({ stores: opened.stores, weeks: failing, events, listItems: async () => [], listTenants: async () => [], vocabularyOf, now: opened.now })(new AbortController().signal)).rejects.toThrow('no row');
    expect(await weeks.builtMs('shop')).toBe(opened.now());
  });

  it('averages points of regions, on the weeks they end', async () => {
    await opened.configure('pinterest', 'http://127.0.0.1:9/', ['linen'], { regions: ['US', 'FR'] });
    const weekEndMs = opened.now() - 7 * 24 * HOUR_MS;
    const points = [['US', 30], ['FR', 50]].map(([region, value]) => ({ region: String(region), weekEndMs, value: Number(value), seenMs: opened.now() }));
    await opened.stores.snapshots.save({ ...place, source: 'pinterest' }, { snapshot: snapshot(), posts: [], points, isFinished: true });
    await build();
    expect(await weeks.list('shop', { source: 'pinterest' })).toMatchObject([{ tag: 'linen', week: weekOfMs(weekEndMs), value: 40 }]);
  });

  it('counts what shoppers look at, where enough of them do', async () => {
    const nowMs = opened.now();
    await events.append(Array.from({ length: 6 }, (_, k) => sampleEvent(k, { tenantId: 'shop', timeMs: nowMs - 1000 + k, receivedMs: nowMs - 1000 + k, itemId: SHIRT.id, anonymousId: sampleId(nowMs, 100 + k) })));
    await build();
    expect(await weeks.list('shop', { source: 'shop', tags: ['fabric:linen'] })).toMatchObject([{ week: weekOfMs(nowMs), value: 1, count: 6 }]);
    expect(await weeks.list('quiet', {})).toEqual([]);
  });

  it('counts by the words that the shop has added, from the weeks on that still count', async () => {
    for (const tenantId of ['shop', 'quiet']) await opened.configure('instagram', 'http://127.0.0.1:9/', ['linen'], { tenantId });
    await keepPosts(4, 'áo sợi gai dầu');
    await keepPosts(4, 'áo sợi gai dầu', 'quiet');
    const nowMs = opened.now();
    await events.append(Array.from({ length: 6 }, (_, k) => sampleEvent(k, { tenantId: 'shop', timeMs: nowMs - 1000 + k, receivedMs: nowMs - 1000 + k, itemId: TUNIC.id, anonymousId: sampleId(nowMs, 100 + k) })));
    await build();
    expect(await weeks.list('shop', { tags: ['fabric:hemp'] })).toEqual([]);
    await vocabularies.save('shop', { attributes: [HEMP] });
    await build();
    expect((await weeks.list('shop', { tags: ['fabric:hemp'] })).map(({ source, count, week }) => [source, count, week])).toEqual([['instagram', 4, weekOfMs(nowMs)], ['shop', 6, weekOfMs(nowMs)]]);
    expect(await weeks.list('quiet', { tags: ['fabric:hemp'] })).toEqual([]);
  });

  it('counts the largest colour of a picture that the shop still has', async () => {
    await opened.configure('instagram', 'http://127.0.0.1:9/', ['linen']);
    await keepPosts(1, 'áo linen');
    await opened.stores.pictures.save('shop', 'instagram', [{ postId: 'p0', postedMs: opened.now(), lookedMs: opened.now(), tries: 1, outcome: 'tagged', colours: [{ attribute: 'colour:brick', share: 0.6 }, { attribute: 'colour:red', share: 0.4 }] }]);
    const coloursOf = async (): Promise<readonly string[]> => {
      weeks = createMemoryWeeks();
      await build();
      return (await weeks.list('shop', {})).map(({ tag }) => tag).filter((tag) => tag.startsWith('colour:'));
    };
    expect(await coloursOf()).toEqual(['colour:red']);
    await vocabularies.save('shop', { attributes: [{ id: 'colour:brick', label: { vi: 'màu gạch', en: 'brick' }, swatch: '#a0402c' }] });
    expect(await coloursOf()).toEqual(['colour:brick']);
  });

  it('says how long an answer waits, and that none does once the table is built', async () => {
    await opened.configure('instagram', 'http://127.0.0.1:9/', ['linen']);
    expect(await delays()).toEqual([]);
    await keepPosts(1);
    opened.pass(10 * MINUTE_MS);
    expect(await delays()).toEqual([10]);
    await build();
    expect(await delays()).toEqual([0]);
    opened.pass(HOUR_MS);
    expect(await delays()).toEqual([0]);
    await keepPosts(2);
    opened.pass(HOUR_MS);
    expect(await delays()).toEqual([120]);
  });
});
