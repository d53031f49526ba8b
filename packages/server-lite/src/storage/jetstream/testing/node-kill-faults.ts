import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JetStreamEventLog } from '../../jetstream-event-log.ts';
import type { PostgresDatabase } from '../../open-postgres.ts';
import { readAllNumbers } from '../../testing/read-all-numbers.ts';
import { SAMPLE_NOW_MS } from '../../testing/sample-event.ts';
import { createRandom, SEED } from '../../testing/seed.ts';
import { openTestPostgres } from '../../testing/test-databases.ts';
import { DEFAULT_STREAM } from '../event-stream.ts';
import { connectJetStream, type JetStreamConnection } from '../jetstream-connection.ts';
import { openJetStream } from '../open-jetstream.ts';
import { HAS_NATS_SERVER, startNatsCluster, type NatsCluster } from './nats-cluster.ts';
import { startSteadyClient } from './steady-client.ts';

const EVENTS_PER_SECOND = 5000;
const HEALTHY_LIMIT_MS = 60_000;
const SETTLE_LIMIT_MS = 60_000;
/** A new leader is elected within ten seconds; what was refused meanwhile is sent once more. */
const LONGEST_LIMIT_MS = 30_000;

export type Role = 'leader' | 'follower';

/** One of three nodes is killed while events come, and comes back, once for each role; two server processes publish and share the writing. */
export function describeNodeKills(roles: readonly Role[]): void {
  describe.skipIf(!HAS_NATS_SERVER)(`three NATS nodes, killed one at a time (${roles.join(', ')})`, { timeout: 60_000 + roles.length * 60_000 }, () => {
    let cluster: NatsCluster;
    let database: PostgresDatabase;
    let connection: JetStreamConnection;
    const logs: JetStreamEventLog[] = [];
    beforeAll(async () => {
      [cluster, database] = await Promise.all([startNatsCluster(3), openTestPostgres()]);
      for (let index = 0; index < 2; index += 1) logs.push(await openJetStream(cluster.url, database, { now: () => SAMPLE_NOW_MS, settleLimitMs: SETTLE_LIMIT_MS }));
      connection = await connectJetStream(cluster.url);
    }, 60_000);
    afterAll(async () => {
      await connection.close();
      await Promise.all(logs.map((log) => log.close()));
      await Promise.all([database.close(), cluster.close()]);
    }, 60_000);

    it(`loses no confirmed event and doubles none at ${EVENTS_PER_SECOND} events/s (seed ${SEED})`, async () => {
      const random = createRandom(SEED);
      const client = startSteadyClient(logs, EVENTS_PER_SECOND);
      for (const role of roles) {
        await wait(500 + random() * 1000);
        await killOne(cluster, connection, role, random);
      }
      const { confirmed, longestMs } = await client.stop();
      // Each waits for what it has published itself.
      const [stored = new Set()] = await Promise.all(logs.map(readAllNumbers));
      expect([...confirmed].filter((number) => !stored.has(number))).toEqual([]);
      expect(stored.size).toBe(confirmed.size);
      expect(confirmed.size).toBeGreaterThan(EVENTS_PER_SECOND);
      expect(longestMs).toBeLessThan(LONGEST_LIMIT_MS);
      expect((await connection.manager.streams.info(DEFAULT_STREAM.name)).config.num_replicas).toBe(3);
    });
  });
}

async function killOne(cluster: NatsCluster, connection: JetStreamConnection, role: Role, random: () => number): Promise<void> {
  const leader = await leaderOf(connection);
  const followers = cluster.names.filter((name) => name !== leader);
  const victim = role === 'leader' ? leader : followers[Math.floor(random() * followers.length)] ?? leader;
  await cluster.kill(victim);
  await wait(1000 + random() * 2000);
  await cluster.start(victim);
  await untilHealthy(connection);
}

const leaderOf = async ({ manager }: JetStreamConnection): Promise<string> => (await manager.streams.info(DEFAULT_STREAM.name)).cluster?.leader ?? '';

/** A second node may only be lost when the first has caught up: three replicas bear the loss of one. */
async function untilHealthy({ manager }: JetStreamConnection): Promise<void> {
  const endMs = performance.now() + HEALTHY_LIMIT_MS;
  for (;;) {
    const cluster = await manager.streams.info(DEFAULT_STREAM.name).then((info) => info.cluster, () => undefined);
    const others = cluster?.replicas ?? [];
    if (cluster?.leader !== undefined && others.length === 2 && others.every(({ current, offline }) => current && !offline)) return;
    if (performance.now() > endMs) throw new Error(`the cluster did not recover: ${JSON.stringify(cluster)}`);
    await wait(200);
  }
}
