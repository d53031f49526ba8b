import { setTimeout as wait } from 'node:timers/promises';
import { createJetStreamEventLog, type JetStreamEventLog, type JetStreamEventLogOptions } from '../jetstream-event-log.ts';
import type { PostgresDatabase } from '../open-postgres.ts';
import { DEFAULT_STREAM, provideStream, type EventStream } from './event-stream.ts';
import { connectJetStream, type JetStreamConnection } from './jetstream-connection.ts';

/** The servers of a cluster that starts need some seconds to elect a leader. */
const START_LIMIT_MS = 30_000;
const PAUSE_MS = 250;

/**
 * Connects, makes stream and consumer where they are missing, and starts to write to PostgreSQL. Closing the log closes the connection.
 * @param url such as `nats://10.0.0.1:4222,nats://10.0.0.2:4222,nats://10.0.0.3:4222`.
 * @throws when no server is reached, or the cluster has no JetStream. No message holds the password.
 */
export async function openJetStream(url: string, postgres: PostgresDatabase, options: Omit<JetStreamEventLogOptions, 'connection' | 'postgres'> = {}): Promise<JetStreamEventLog> {
  const connection = await connectJetStream(url);
  try {
    await provideInTime(connection, options.stream ?? DEFAULT_STREAM);
  } catch (error) {
    await connection.close();
    throw new Error('The NATS servers have no JetStream that takes the event stream', { cause: error });
  }
  const log = createJetStreamEventLog({ ...options, connection, postgres });
  return { ...log, close: async () => {
    await log.close();
    await connection.close();
  } };
}

async function provideInTime(connection: JetStreamConnection, stream: EventStream): Promise<void> {
  const endMs = performance.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await provideStream(connection, stream);
      return;
    } catch (error) {
      if (performance.now() > endMs) throw error;
    }
    await wait(PAUSE_MS);
  }
}
