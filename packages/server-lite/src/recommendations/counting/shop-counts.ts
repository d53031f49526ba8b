import type { CrowdFigures, Follower, RankedItem } from '@vua/models/recommend';
import { topItems } from '@vua/models/sequence';
import type { StoredEvent } from '../../storage/event-log.ts';
import { type DecayedSum, addDecayed, valueAt } from './decayed-sum.ts';
import { type FollowerRow, createFollowerRow } from './follower-row.ts';
import { createRecentSteps } from './recent-steps.ts';
import { hasEnoughShoppers, shopperBit } from './shopper-mask.ts';
import { createStepQuota } from './step-quota.ts';
import { type CountedStep, stepsOfEvent } from './steps-of-event.ts';

const DAY_MS = 86_400_000;
const [WEEK_HALF_LIFE_MS, DAY_HALF_LIFE_MS] = [7 * DAY_MS, DAY_MS];
/** Fewer steps in a day are no trend. */
const TREND_FROM = 3;
const MOST_ITEMS = 100_000;
const MOST_SIZES = 120;
const KEPT_IN_SIZE = 100;

interface ItemCount {
  readonly week: DecayedSum;
  readonly day: DecayedSum;
  firstSeenMs: number;
  readonly followers: FollowerRow;
}

interface SizeCount {
  readonly week: DecayedSum;
  shoppers: number;
}

/** What a shop's events tell of its items: counts of many, bounded in memory, nothing of anybody. */
export interface ShopCounts {
  /** Counts one event; each must come once, those of one shopper in their order. */
  readonly count: (event: StoredEvent) => void;
  readonly figures: (nowMs: number) => readonly CrowdFigures[];
  /** Only pairs that enough shoppers stand behind. */
  readonly followers: (itemId: string) => readonly Follower[];
  /** What was bought in each size by enough shoppers. */
  readonly sizes: (nowMs: number) => readonly { readonly size: string; readonly items: readonly RankedItem[] }[];
}

/** @param sinceMs from when on events are counted: what is first seen on its first day may be older @param salt random, of this count alone */
export function createShopCounts(sinceMs: number, salt: number): ShopCounts {
  const items = new Map<string, ItemCount>();
  const sizes = new Map<string, Map<string, SizeCount>>();
  const recent = createRecentSteps();
  const [quota, sizeQuota] = [createStepQuota(salt), createStepQuota(salt)];
  const countOf = (itemId: string, timeMs: number): ItemCount => {
    const known = items.get(itemId);
    if (known !== undefined) return known;
    if (items.size >= MOST_ITEMS) dropLeast(items, timeMs);
    const added = { week: { value: 0, atMs: timeMs }, day: { value: 0, atMs: timeMs }, firstSeenMs: timeMs, followers: createFollowerRow() };
    items.set(itemId, added);
    return added;
  };
  const countStep = (step: CountedStep, { anonymousId, sessionId, timeMs }: StoredEvent): void => {
    const before = recent.push(anonymousId, step);
    const [who, shopper] = [[anonymousId, sessionId], shopperBit(anonymousId, salt)];
    // An order may have an item in two sizes.
    if (step.size !== undefined && sizeQuota.take(who, `${step.size}\n${step.itemId}`)) countSize(sizes, step.size, step, timeMs, shopper);
    if (!quota.take(who, `${step.weight}${step.itemId}`)) return;
    const count = countOf(step.itemId, timeMs);
    addDecayed(count.week, step.weight, timeMs, WEEK_HALF_LIFE_MS);
    addDecayed(count.day, step.weight, timeMs, DAY_HALF_LIFE_MS);
    count.firstSeenMs = Math.min(count.firstSeenMs, timeMs);
    for (const [k, earlier] of before.entries()) {
      if (earlier.itemId !== step.itemId) items.get(earlier.itemId)?.followers.add(step.itemId, 1 / (k + 1), earlier.isBought && step.isBought, shopper);
    }
  };
  return {
    count: (event) => { for (const step of stepsOfEvent(event)) countStep(step, event); },
    figures: (nowMs) => Array.from(items, ([itemId, count]) => figureOf(itemId, count, nowMs, sinceMs)),
    followers: (itemId) => items.get(itemId)?.followers.ranked() ?? [],
    sizes: (nowMs) => Array.from(sizes, ([size, counts]) => ({ size, items: rankSize(counts, nowMs) })).filter((row) => row.items.length > 0),
  };
}

function figureOf(itemId: string, { week, day, firstSeenMs }: ItemCount, nowMs: number, sinceMs: number): CrowdFigures {
  const [long, short] = [valueAt(week, nowMs, WEEK_HALF_LIFE_MS), valueAt(day, nowMs, DAY_HALF_LIFE_MS)];
  // Where nothing changes, the short sum is a seventh of the long one. In standard deviations of a count, so that a few steps on a rare item are no trend.
  const usual = (long * DAY_HALF_LIFE_MS) / WEEK_HALF_LIFE_MS;
  const trend = short < TREND_FROM ? 0 : Math.max(0, (short - usual) / Math.sqrt(usual + 1));
  return { itemId, popularity: long, trend, firstSeenMs: firstSeenMs < sinceMs + DAY_MS ? 0 : firstSeenMs };
}

function countSize(sizes: Map<string, Map<string, SizeCount>>, size: string, { itemId, weight }: CountedStep, timeMs: number, shopper: number): void {
  const counts = sizes.get(size) ?? new Map<string, SizeCount>();
  if (!sizes.has(size) && sizes.size >= MOST_SIZES) return;
  sizes.set(size, counts);
  const count = counts.get(itemId) ?? { week: { value: 0, atMs: timeMs }, shoppers: 0 };
  if (!counts.has(itemId) && counts.size >= MOST_ITEMS / 10) return;
  addDecayed(count.week, weight, timeMs, WEEK_HALF_LIFE_MS);
  count.shoppers |= shopper;
  counts.set(itemId, count);
}

function rankSize(counts: ReadonlyMap<string, SizeCount>, nowMs: number): readonly RankedItem[] {
  const known = [...counts].filter(([, { shoppers }]) => hasEnoughShoppers(shoppers));
  return topItems(Float64Array.from(known, ([, { week }]) => valueAt(week, nowMs, WEEK_HALF_LIFE_MS)), KEPT_IN_SIZE).map(({ item, score }) => ({ itemId: known[item]?.[0] ?? '', score }));
}

/** A tenth of the items, those that least happened with. */
function dropLeast(items: Map<string, ItemCount>, nowMs: number): void {
  const values = Array.from(items, ([itemId, { week }]) => ({ itemId, value: valueAt(week, nowMs, WEEK_HALF_LIFE_MS) })).sort((a, b) => a.value - b.value);
  for (const { itemId } of values.slice(0, MOST_ITEMS / 10)) items.delete(itemId);
}
