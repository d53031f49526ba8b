import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JetStreamEventLog } from '../jetstream-event-log.ts';
import type { PostgresDatabase } from '../open-postgres.ts';
import { readAllNumbers } from '../testing/read-all-numbers.ts';
import { SAMPLE_NOW_MS, sampleEvent } from '../testing/sample-event.ts';
import { openTestPostgres } from '../testing/test-databases.ts';
import type { JetStreamTrouble } from './jetstream-trouble.ts';
import { openJetStream } from './open-jetstream.ts';
import { HAS_NATS_SERVER, startNatsCluster, type NatsCluster } from './testing/nats-cluster.ts';

describe.skipIf(!HAS_NATS_SERVER)('a cluster that is not complete when the stream is made', () => {
  let cluster: NatsCluster;
  let database: PostgresDatabase;
  let log: JetStreamEventLog;
  const troubles: JetStreamTrouble[] = [];
  beforeAll(async () => {
    [cluster, database] = await Promise.all([startNatsCluster(3, 2), openTestPostgres()]);
  });
  afterAll(async () => {
    await log.close();
    await Promise.all([database.close(), cluster.close()]);
  });

  it('has one replica and says so, then three when all servers are there, with all events', async () => {
    log = await openJetStream(cluster.url, database, { now: () => SAMPLE_NOW_MS, onTrouble: (trouble) => troubles.push(trouble) });
    expect(await log.append([sampleEvent(1)])).toMatchObject({ status: 'stored' });
    await vi.waitFor(() => expect(troubles).toEqual([{ type: 'too-few-replicas', replicas: 1 }]), { timeout: 60_000, interval: 200 });
    await cluster.start('node-2');
    await vi.waitFor(() => expect(log.lag()?.replicas).toBe(3), { timeout: 120_000, interval: 500 });
    expect(await log.append([sampleEvent(2)])).toMatchObject({ status: 'stored' });
    expect(await readAllNumbers(log)).toEqual(new Set([1, 2]));
  });
});
