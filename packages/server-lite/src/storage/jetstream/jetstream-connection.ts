import { setTimeout as wait } from 'node:timers/promises';
import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { readServerList } from './server-list.ts';

/** A connection that finds its way back by itself, to whichever server of the cluster is there. */
export interface JetStreamConnection {
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
  /** Whether a server is connected now. */
  isConnected(): boolean;
  /** Whether that server belongs to a cluster. */
  isClustered(): boolean;
  /** Longest message the server takes, in bytes. */
  messageLimitBytes(): number;
  /** Safe to call twice. */
  close(): Promise<void>;
}

const CONNECT_LIMIT_MS = 10_000;
const RECONNECT_MS = 200;
/** A server that answers nothing is left after two pings. */
const PING_MS = 3000;
const PINGS_OUT = 2;
/** One request to the servers' API; the election of a leader takes longer, and is waited for by asking again. */
const API_LIMIT_MS = 3000;
/** What NATS servers take unless told otherwise, less room for the headers. */
const DEFAULT_MESSAGE_BYTES = 1_048_576;
const HEADER_BYTES = 4096;
const FLUSH_LIMIT_MS = 1000;

/**
 * @param url as {@link readServerList} reads it.
 * @throws when none of the servers can be reached. No message holds the password.
 */
export async function connectJetStream(url: string): Promise<JetStreamConnection> {
  const list = readServerList(url);
  if (list === undefined) throw new Error('NATS_URL must be a list such as nats://10.0.0.1:4222,nats://10.0.0.2:4222');
  const { servers, user, password, tls } = list;
  const connection = await connect({
    servers: [...servers], name: 'vua', maxReconnectAttempts: -1, reconnectTimeWait: RECONNECT_MS, reconnectJitter: RECONNECT_MS,
    timeout: CONNECT_LIMIT_MS, pingInterval: PING_MS, maxPingOut: PINGS_OUT, noAsyncTraces: true,
    ...(user !== undefined && { user, pass: password ?? '' }), ...(tls && { tls: {} }),
  }).catch((error: unknown) => {
    throw new Error(`NATS cannot be reached at ${servers.join(', ')}`, { cause: error });
  });
  return wrap(connection);
}

async function wrap(connection: NatsConnection): Promise<JetStreamConnection> {
  let isConnected = true;
  const watch = async (): Promise<void> => {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') isConnected = false;
      if (type === 'reconnect') isConnected = true;
    }
  };
  void watch();
  return {
    client: jetstream(connection, { timeout: API_LIMIT_MS }),
    // Whether JetStream is there is found by its stream; while the cluster elects a leader, this question would fail.
    manager: await jetstreamManager(connection, { timeout: API_LIMIT_MS, checkAPI: false }),
    isConnected: () => isConnected && !connection.isClosed(),
    isClustered: () => connection.info?.cluster !== undefined,
    messageLimitBytes: () => (connection.info?.max_payload ?? DEFAULT_MESSAGE_BYTES) - HEADER_BYTES,
    close: async () => {
      // What was confirmed last is still on its way.
      if (isConnected && !connection.isClosed()) await Promise.race([connection.flush().catch(() => undefined), wait(FLUSH_LIMIT_MS)]);
      await connection.close();
    },
  };
}
