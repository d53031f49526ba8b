import { expect, it } from 'vitest';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { SAMPLE_NOW_MS } from '../storage/testing/sample-event.ts';
import { createMemoryRules } from './memory-rules.ts';
import { openShopView } from './shop-view.ts';
import { garment, step } from './testing/sample-shop.ts';

const nowMs = SAMPLE_NOW_MS + 60_000;

/** Items in the order in which they trend, where all were looked at alike. */
async function trendingWith(changes: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const events = createMemoryEventLog(() => nowMs);
  await events.append(['i1', 'i2', 'i3'].flatMap((itemId) => Array.from({ length: 12 }, (_, k) => ({ ...step(k, itemId, 20), tenantId: 'shop' }))));
  const shop = await openShopView('shop', {
    events, rules: createMemoryRules(), now: () => nowMs, random: () => 0.5, listItems: async () => ['i1', 'i2', 'i3'].map((id) => garment(id)),
    trends: { changes: async () => new Map(Object.entries(changes)) },
  });
  await shop.refresh();
  return shop.view().crowd.trending.map(({ itemId }) => itemId);
}

it('ranks what people turn to by how it is forecast to go on', async () => {
  expect((await trendingWith({})).toSorted()).toEqual(['i1', 'i2', 'i3']);
  expect(await trendingWith({ i2: 0.4, i3: -0.4 })).toEqual(['i2', 'i1', 'i3']);
  expect(await trendingWith({ i3: 0.4, i2: -0.4 })).toEqual(['i3', 'i1', 'i2']);
});

it('shows nothing as trending that is forecast to be worn no more', async () => {
  expect((await trendingWith({ i2: -1 })).toSorted()).toEqual(['i1', 'i3']);
});
