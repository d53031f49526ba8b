import { afterEach, describe, expect, it } from 'vitest';
import type { EventLog, LateEvents } from '../../storage/event-log.ts';
import { createMemoryEventLog } from '../../storage/memory-event-log.ts';
import { createPostgresEventLog } from '../../storage/postgres-event-log.ts';
import { createSqliteEventLog } from '../../storage/sqlite-event-log.ts';
import { SAMPLE_NOW_MS, sampleId } from '../../storage/testing/sample-event.ts';
import { openTestPostgres, openTestSqlite } from '../../storage/testing/test-databases.ts';
import { step } from '../testing/sample-shop.ts';
import { type FollowedShop, followShop } from './follow-log.ts';

interface Opened {
  readonly log: EventLog & LateEvents;
  readonly close: () => Promise<void>;
}

const LOGS = [
  { name: 'memory', open: async (now: () => number): Promise<Opened> => { const log = createMemoryEventLog(now); return { log, close: () => log.close() }; } },
  { name: 'SQLite', open: async (now: () => number): Promise<Opened> => {
    const database = await openTestSqlite();
    const log = createSqliteEventLog(database, {}, now);
    return { log, close: () => log.close().then(() => database.close()) };
  } },
  { name: 'PostgreSQL', open: async (now: () => number): Promise<Opened> => {
    const database = await openTestPostgres();
    const log = createPostgresEventLog(database, {}, now);
    return { log, close: () => log.close().then(() => database.close()) };
  } },
];

const MINUTE_MS = 60_000;

describe.each(LOGS)('counts from the $name log', ({ open }) => {
  let opened: Opened | undefined;
  afterEach(() => opened?.close());

  it('hold each event once within a minute of its receipt, on time or late, with a restart in between', async () => {
    let nowMs = SAMPLE_NOW_MS;
    opened = await open(() => nowMs);
    const { log } = opened;
    const follow = (): FollowedShop => followShop('demo', { events: log, now: () => nowMs, random: () => 0.4 });
    let numbers = 0;
    /** @param clockMs how far the device's clock is ahead */
    const made = (itemId: string, agoMs: number, clockMs = 0) => step((numbers += 1), itemId, 0, { timeMs: nowMs - agoMs, id: sampleId(nowMs - agoMs + clockMs, 90_000 + numbers) });
    /** Items and how often each was looked at, half a minute later. */
    const counted = async (shop: FollowedShop): Promise<unknown> => {
      for (const waitMs of [10_000, 10_000, 10_000]) {
        nowMs += waitMs;
        await shop.advance();
      }
      return Object.fromEntries(shop.counts().figures(SAMPLE_NOW_MS).map(({ itemId, popularity }) => [itemId, Math.round(popularity)]));
    };

    const first = follow();
    await log.append([made('shirt', 100)]);
    expect(await counted(first)).toEqual({ shirt: 1 });

    const fromTunnel = [made('shirt', 20 * MINUTE_MS), made('coat', 90 * MINUTE_MS)];
    await log.append([...fromTunnel, made('shirt', 0), made('shoe', 500, -3 * 60 * MINUTE_MS)]);
    expect(await counted(first)).toEqual({ shirt: 3, coat: 1, shoe: 1 });

    const restarted = follow();
    await log.append([...fromTunnel, made('coat', 10 * MINUTE_MS)]);
    expect(await counted(restarted)).toEqual({ shirt: 3, coat: 2, shoe: 1 });
    expect(await counted(first)).toEqual({ shirt: 3, coat: 2, shoe: 1 });

    await log.append([made('shoe', 45 * MINUTE_MS)]);
    expect(await counted(restarted)).toEqual({ shirt: 3, coat: 2, shoe: 2 });
    expect(restarted.countedMs()).toBeGreaterThan(nowMs - MINUTE_MS);
  });
});
