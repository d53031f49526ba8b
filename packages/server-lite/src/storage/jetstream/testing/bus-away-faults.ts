import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JetStreamEventLog } from '../../jetstream-event-log.ts';
import type { PostgresDatabase } from '../../open-postgres.ts';
import { startClient } from '../../testing/away-faults.ts';
import { readAllNumbers } from '../../testing/read-all-numbers.ts';
import { SAMPLE_NOW_MS } from '../../testing/sample-event.ts';
import { openTestPostgres } from '../../testing/test-databases.ts';
import { openJetStream } from '../open-jetstream.ts';
import { HAS_NATS_SERVER, startNatsCluster, type NatsCluster } from './nats-cluster.ts';

const BATCH = 20;
const MOST_QUEUED = 20_000;
const RSS_LIMIT_BYTES = 200 * 1024 * 1024;
/** The nodes find each other and elect a leader first. */
const RECOVERY_LIMIT_MS = 30_000;
const SETTLE_LIMIT_MS = 120_000;

const UNREACHABLE_AFTER_MS = 10_000;

const FAULTS = {
  'killed and started again': {
    leave: async (cluster: NatsCluster) => Promise.all(cluster.names.map((name) => cluster.kill(name))),
    comeBack: async (cluster: NatsCluster) => Promise.all(cluster.names.map((name) => cluster.start(name))),
  },
  'frozen, without an answer': {
    leave: async (cluster: NatsCluster) => cluster.names.forEach((name) => cluster.freeze(name)),
    comeBack: async (cluster: NatsCluster) => cluster.names.forEach((name) => cluster.thaw(name)),
  },
} as const;

/** Fault test 7: all nodes of the bus are away for a while, and events keep coming. */
export function describeBusAway(awayMs: number, faults: readonly (keyof typeof FAULTS)[]): void {
  describe.skipIf(!HAS_NATS_SERVER)(`the whole bus away for ${awayMs / 1000} s`, { timeout: 180_000 + awayMs * 2 }, () => {
    let cluster: NatsCluster;
    let database: PostgresDatabase;
    let log: JetStreamEventLog;
    beforeAll(async () => {
      [cluster, database] = await Promise.all([startNatsCluster(3), openTestPostgres()]);
      log = await openJetStream(cluster.url, database, { now: () => SAMPLE_NOW_MS, settleLimitMs: SETTLE_LIMIT_MS });
    }, 60_000);
    afterAll(async () => {
      await log.close();
      await Promise.all([database.close(), cluster.close()]);
    }, 60_000);

    it.each(faults)('%s', async (fault) => {
      const client = startClient(log);
      await client.until('stored');
      const rssBefore = process.memoryUsage.rss();
      const leftMs = performance.now();
      await FAULTS[fault].leave(cluster);
      await client.until('unavailable');
      await wait(Math.max(0, awayMs - (performance.now() - leftMs)));
      const grownBytes = process.memoryUsage.rss() - rssBefore;
      await FAULTS[fault].comeBack(cluster);
      const backMs = performance.now();
      await client.until('stored');
      const recoveredMs = performance.now() - backMs;
      const { confirmed, refusals, mostQueued } = await client.stop();
      // A short absence only fills the queue.
      const expected = awayMs > UNREACHABLE_AFTER_MS ? ['unreachable'] : [...refusals];
      expect([...refusals].filter((reason) => reason !== 'queue-full')).toEqual(expected.filter((reason) => reason === 'unreachable'));
      expect(mostQueued).toBeLessThanOrEqual(MOST_QUEUED);
      expect(grownBytes).toBeLessThanOrEqual(RSS_LIMIT_BYTES);
      expect(recoveredMs).toBeLessThanOrEqual(RECOVERY_LIMIT_MS);
      const stored = await readAllNumbers(log);
      expect(confirmed.filter((first) => !stored.has(first) || !stored.has(first + BATCH - 1))).toEqual([]);
    });
  });
}
