import { type EventLog, type LateEvents, LATE_MS, type StoredEvent } from '../../storage/event-log.ts';
import { type ShopCounts, createShopCounts } from './shop-counts.ts';

const DAY_MS = 86_400_000;
/** What is older is not counted. */
const COUNTED_DAYS = 30;
/** How far reading by ids stays behind the clock. What has not come by then is listed as late: longer than {@link LATE_MS} by what a commit may take. */
const SETTLE_MS = LATE_MS + 12_000;
/** A count is made anew so often: then what was erased or is too old is in it no longer. */
const RECOUNT_MS = DAY_MS;
const PAGE = 2000;

export interface FollowDeps {
  readonly events: Pick<EventLog & LateEvents, 'read' | 'readLate'>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** 0 up to 1. */
  readonly random: () => number;
}

/** Counts of one shop that go along with its event log. */
export interface FollowedShop {
  readonly counts: () => ShopCounts;
  /** Time up to which events are counted, late ones up to now; 0: none yet. */
  readonly countedMs: () => number;
  /** Counts what has come since. One at a time. */
  readonly advance: () => Promise<void>;
}

interface Count {
  readonly counts: ShopCounts;
  readonly startedMs: number;
  readonly sinceMs: number;
  /** Ids up to here were read. */
  lastId: string;
  /** Ids of the page that was read last. */
  lastPage: ReadonlySet<string>;
  /** Late events up to here were read; absent: none is to be, as all that is in the log now is still read by ids. */
  latePlace?: number;
}

/**
 * Reads the log by ids up to twenty seconds ago, and what comes later than that (from a device that was offline, or whose clock is behind) from the log's list of late events:
 * each event once, within a minute of its receipt. Both cursors are in memory: a process that starts counts the last 30 days.
 */
export function followShop(tenantId: string, { events, now, random }: FollowDeps): FollowedShop {
  const startCount = (): Count => {
    const sinceMs = now() - COUNTED_DAYS * DAY_MS;
    return { counts: createShopCounts(sinceMs, Math.floor(random() * 2 ** 32)), startedMs: now(), sinceMs, lastId: lowestIdOf(sinceMs), lastPage: new Set() };
  };
  let count = startCount();
  let countedMs = 0;
  const catchUp = async (target: Count): Promise<number> => {
    for (;;) {
      // Before each page: what is listed here and lies before the cursor came after its page was read, or with it.
      await countLate(target, tenantId, events);
      const untilMs = now() - SETTLE_MS;
      const page = await events.read({ tenantId, fromMs: target.sinceMs, toMs: Number.MAX_SAFE_INTEGER, afterId: target.lastId, limit: PAGE });
      const settled = page.filter(({ id }) => id < lowestIdOf(untilMs));
      for (const event of settled) target.counts.count(event);
      [target.lastId, target.lastPage] = [settled.at(-1)?.id ?? target.lastId, new Set(settled.map(({ id }) => id))];
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

/** Counts what came late and was passed by the cursor of ids; what still lies before that is met there. */
async function countLate(target: Count, tenantId: string, events: FollowDeps['events']): Promise<void> {
  for (;;) {
    const page = await events.readLate({ tenantId, limit: PAGE, ...(target.latePlace !== undefined && { after: target.latePlace }) });
    for (const event of page.events) {
      const isMissed = event.id <= target.lastId && !target.lastPage.has(event.id) && event.timeMs >= target.sinceMs;
      if (isMissed) target.counts.count(event);
    }
    target.latePlace = page.place;
    if (page.isEnd) return;
  }
}

/** The lowest UUID version 7 of a time. */
function lowestIdOf(timeMs: number): StoredEvent['id'] {
  const hex = Math.max(0, Math.floor(timeMs)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
