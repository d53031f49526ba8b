import { startPostgres } from '../../tools/testing/start-postgres.ts';
import { DEFAULT_STREAM } from '../../packages/server-lite/src/storage/jetstream/event-stream.ts';
import { connectJetStream } from '../../packages/server-lite/src/storage/jetstream/jetstream-connection.ts';
import { HAS_NATS_SERVER, startNatsCluster } from '../../packages/server-lite/src/storage/jetstream/testing/nats-cluster.ts';

export interface StoreProcess {
  /** Environment of `vua start` that makes it use the store. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether the events that were sent went this way. */
  isUsed(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Where events may be kept. */
export interface Store {
  readonly name: string;
  /** Events of one request of each measured case. */
  readonly cases: readonly (1 | 20)[];
  /** @returns undefined where this machine does not have it: its cases are left out. */
  start(): Promise<StoreProcess | undefined>;
}

// As a shop would run it: every commit waits for the disk.
const POSTGRES_FLAGS = ['-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];

export const STORES: readonly Store[] = [
  { name: 'sqlite', cases: [1, 20], start: async () => ({ env: {}, isUsed: async () => true, stop: async () => undefined }) },
  { name: 'postgres', cases: [1, 20], start: async () => {
    const postgres = await startPostgres(POSTGRES_FLAGS);
    return { env: { DATABASE_URL: postgres.url }, isUsed: async () => true, stop: () => postgres.close() };
  } },
  { name: 'jetstream', cases: [20], start: async () => {
    if (!HAS_NATS_SERVER) return undefined;
    const [postgres, nats] = await Promise.all([startPostgres(POSTGRES_FLAGS), startNatsCluster(3)]);
    return { env: { DATABASE_URL: postgres.url, NATS_URL: nats.url }, isUsed: () => holdsEvents(nats.url), stop: async () => {
      await nats.close();
      await postgres.close();
    } };
  } },
];

async function holdsEvents(natsUrl: string): Promise<boolean> {
  const connection = await connectJetStream(natsUrl);
  const messages = await connection.manager.streams.info(DEFAULT_STREAM.name).then(({ state }) => state.last_seq, () => 0);
  await connection.close();
  return messages > 0;
}
