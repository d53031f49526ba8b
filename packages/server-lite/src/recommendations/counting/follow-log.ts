import type { EventLog, StoredEvent } from '../../storage/event-log.ts';
import { type ShopCounts, createShopCounts } from './shop-counts.ts';

const DAY_MS = 86_400_000;
/** What is older is not counted. */
const COUNTED_DAYS = 30;
/** Ids are made by the clock of the device: events younger than this may still be on their way to the log. */
const SETTLE_MS = 10_000;
/** A count is made anew so often: then what came late is in it, and what was erased or is too old no longer. */
const RECOUNT_MS = DAY_MS;
const PAGE = 2000;

export interface FollowDeps {
  readonly events: Pick<EventLog, 'read'>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** 0 up to 1. */
  readonly random: () => number;
}

/** Counts of one shop that go along with its event log. */
export interface FollowedShop {
  readonly counts: () => ShopCounts;
  /** Time up to which events are counted; 0: none yet. */
  readonly countedMs: () => number;
  /** Counts what has come since. One at a time. */
  readonly advance: () => Promise<void>;
}

interface Count {
  readonly counts: ShopCounts;
  readonly startedMs: number;
  readonly sinceMs: number;
  lastId: string;
}

/**
 * The cursor is an id of the log, in memory: a process that starts counts the last 30 days. An event that comes later than ten seconds after it happened
 * (a device that was offline, or whose clock is behind) waits for the next day's count.
 */
export function followShop(tenantId: string, { events, now, random }: FollowDeps): FollowedShop {
  const startCount = (): Count => {
    const sinceMs = now() - COUNTED_DAYS * DAY_MS;
    return { counts: createShopCounts(sinceMs, Math.floor(random() * 2 ** 32)), startedMs: now(), sinceMs, lastId: lowestIdOf(sinceMs) };
  };
  let count = startCount();
  let countedMs = 0;
  const catchUp = async (target: Count): Promise<number> => {
    for (;;) {
      const untilMs = now() - SETTLE_MS;
      const page = await events.read({ tenantId, fromMs: target.sinceMs, toMs: Number.MAX_SAFE_INTEGER, afterId: target.lastId, limit: PAGE });
      const settled = page.filter(({ id }) => id < lowestIdOf(untilMs));
      for (const event of settled) target.counts.count(event);
      target.lastId = settled.at(-1)?.id ?? target.lastId;
      if (settled.length < PAGE) return untilMs;
    }
  };
  return {
    counts: () => count.counts,
    countedMs: () => countedMs,
    advance: async () => {
      const target = now() - count.startedMs >= RECOUNT_MS ? startCount() : count;
      const reachedMs = await catchUp(target);
      [count, countedMs] = [target, reachedMs];
    },
  };
}

/** The lowest UUID version 7 of a time. */
function lowestIdOf(timeMs: number): StoredEvent['id'] {
  const hex = Math.max(0, Math.floor(timeMs)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
