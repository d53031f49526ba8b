import { afterAll, beforeAll, describe } from 'vitest';
import { openJetStream } from './jetstream/open-jetstream.ts';
import { HAS_NATS_SERVER, startNatsCluster, type NatsCluster } from './jetstream/testing/nats-cluster.ts';
import { describeEventLog } from './testing/describe-event-log.ts';
import { openTestPostgres } from './testing/test-databases.ts';

describe.skipIf(!HAS_NATS_SERVER)('on a cluster of three', () => {
  let cluster: NatsCluster;
  beforeAll(async () => { cluster = await startNatsCluster(3); }, 60_000);
  afterAll(() => cluster.close());

  describeEventLog('JetStream', async (now) => {
    const database = await openTestPostgres();
    const log = await openJetStream(cluster.url, database, { now, settleLimitMs: 20_000 });
    return { log, close: () => log.close().then(() => database.close()) };
  }, 10);
});
