import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppendOutcome, EventLog } from '../event-log.ts';
import { openPostgres, type PostgresDatabase } from '../open-postgres.ts';
import { createPostgresEventLog } from '../postgres-event-log.ts';
import { startCuttableProxy, type CuttableProxy } from './cuttable-proxy.ts';
import { readAllNumbers } from './read-all-numbers.ts';
import { SAMPLE_NOW_MS, sampleEvent } from './sample-event.ts';
import { createTestPostgres, type TestPostgres } from './test-databases.ts';

const BATCH = 20;
const PAUSE_MS = 5;
const CALLS_AT_ONCE = 25;
const MOST_QUEUED = 20_000;
const RSS_LIMIT_BYTES = 200 * 1024 * 1024;
const RECOVERY_LIMIT_MS = 10_000;

/** Fault test 7: the database is away for a while, and events keep coming. */
export function describeAway(awayMs: number): void {
  describe(`PostgreSQL away for ${awayMs / 1000} s`, { timeout: 60_000 + awayMs * 2 }, () => {
    let server: TestPostgres;
    let proxy: CuttableProxy;
    let database: PostgresDatabase;
    beforeAll(async () => {
      server = await createTestPostgres();
      proxy = await startCuttableProxy(server.url);
      database = await openPostgres(proxy.url);
    }, 60_000);
    afterAll(async () => {
      await database.close();
      await proxy.close();
      await server.drop();
    }, 60_000);

    it.each([{ mode: 'refuse', what: 'it refuses connections' }, { mode: 'silence', what: 'it does not answer' }] as const)('$what', async ({ mode }) => {
      const log = createPostgresEventLog(database, {}, () => SAMPLE_NOW_MS);
      const client = startClient(log);
      await client.until('stored');
      const rssBefore = process.memoryUsage.rss();
      proxy.set(mode);
      const cutMs = performance.now();
      await client.until('unavailable');
      await wait(Math.max(0, awayMs - (performance.now() - cutMs)));
      const grownBytes = process.memoryUsage.rss() - rssBefore;
      proxy.set('pass');
      const backMs = performance.now();
      await client.until('stored');
      const recoveredMs = performance.now() - backMs;
      const { confirmed, refusals, mostQueued } = await client.stop();
      expect([...refusals].filter((reason) => reason !== 'queue-full')).toEqual(['unreachable']);
      expect(mostQueued).toBeLessThanOrEqual(MOST_QUEUED);
      expect(grownBytes).toBeLessThanOrEqual(RSS_LIMIT_BYTES);
      expect(recoveredMs).toBeLessThanOrEqual(RECOVERY_LIMIT_MS);
      const stored = await readAllNumbers(log);
      expect(confirmed.filter((first) => !stored.has(first) || !stored.has(first + BATCH - 1))).toEqual([]);
      await log.close();
    });
  });
}

export interface AppendClient {
  /** Resolves with the next answer of this status. */
  until(status: AppendOutcome['status']): Promise<void>;
  stop(): Promise<{ readonly confirmed: readonly number[]; readonly refusals: ReadonlySet<string>; readonly mostQueued: number }>;
}

let nextNumber = 0;

/** Appends without waiting for answers, about 100,000 events a second if it could. */
export function startClient(log: EventLog): AppendClient {
  const confirmed: number[] = [];
  const refusals = new Set<string>();
  const waiting: { readonly status: AppendOutcome['status']; readonly resolve: () => void }[] = [];
  let mostQueued = 0;
  const state = { running: true };
  const appendOne = async (): Promise<void> => {
    const first = nextNumber;
    nextNumber += BATCH;
    const outcome = await log.append(Array.from({ length: BATCH }, (_, index) => sampleEvent(first + index)));
    if (outcome.status === 'stored') confirmed.push(first);
    else refusals.add(outcome.reason);
    for (const { status, resolve } of waiting) if (status === outcome.status) resolve();
  };
  const calls = new Set<Promise<void>>();
  const run = async (): Promise<void> => {
    while (state.running) {
      for (let call = 0; call < CALLS_AT_ONCE && state.running; call += 1) {
        const appended = appendOne().finally(() => calls.delete(appended));
        calls.add(appended);
      }
      mostQueued = Math.max(mostQueued, log.state().queued);
      await wait(PAUSE_MS);
    }
    await Promise.all(calls);
  };
  const finished = run();
  return {
    until: (status) => new Promise((resolve) => { waiting.push({ status, resolve }); }),
    stop: async () => {
      state.running = false;
      await finished;
      return { confirmed, refusals, mostQueued };
    },
  };
}
