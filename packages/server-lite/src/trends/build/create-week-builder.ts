import { type AttributeVocabulary, weekOfMs } from '@vua/models/trend';
import type { TrendStores } from '../collect/trend-stores.ts';
import { eachShop } from '../each-shop.ts';
import { type ShopWeeksDeps, shopWeeks } from '../features/shop/shop-weeks.ts';
import { COUNTED_WEEKS } from '../weeks/counted-weeks.ts';
import type { WeekRepository } from '../weeks/week-repository.ts';
import { sourceWeeks } from './source-weeks.ts';

export interface WeekBuilderDeps extends Omit<ShopWeeksDeps, 'vocabulary'> {
  /** The words by which attributes are told for a shop. */
  readonly vocabularyOf: (tenantId: string) => Promise<AttributeVocabulary>;
  readonly stores: Pick<TrendStores, 'sources' | 'posts' | 'pictures'>;
  readonly weeks: WeekRepository;
  readonly listTenants: () => Promise<readonly string[]>;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** Points of Pinterest cover a year, and their scale may move as a whole. */
const POINT_WEEKS = 60;
const WEEK_MS = 7 * 86_400_000;

/** Brings what was collected, and what the shop's own shoppers did, into the weekly table: one shop after another. */
export const createWeekBuilder = (deps: WeekBuilderDeps) => async (signal: AbortSignal): Promise<void> => {
  const records = await deps.stores.sources.list();
  const tenants = new Set([...records.map(({ tenantId }) => tenantId), ...await deps.listTenants()]);
  await eachShop(tenants, signal, async (tenantId) => {
    // Before anything is read: what comes meanwhile is of the next time.
    const startedMs = deps.now();
    const thisWeek = weekOfMs(startedMs);
    const vocabulary = await deps.vocabularyOf(tenantId);
    for (const record of records.filter((one) => one.tenantId === tenantId)) {
      const fromWeek = thisWeek - (record.config.source === 'pinterest' ? POINT_WEEKS : COUNTED_WEEKS) + 1;
      await deps.weeks.save(tenantId, await sourceWeeks(record, { ...deps.stores, vocabulary }, { fromWeek, toMs: startedMs + WEEK_MS }));
    }
    await deps.weeks.save(tenantId, await ofShop(tenantId, thisWeek, startedMs, { ...deps, vocabulary }));
    await deps.weeks.markBuilt(tenantId, startedMs);
  });
};

/** Whole weeks only where there are any: the first of the range would else be counted from its middle. */
async function ofShop(tenantId: string, thisWeek: number, nowMs: number, deps: ShopWeeksDeps): ReturnType<typeof shopWeeks> {
  const rows = await shopWeeks(tenantId, nowMs - COUNTED_WEEKS * WEEK_MS, nowMs, deps);
  return rows.filter(({ week }) => week > thisWeek - COUNTED_WEEKS);
}
