import { AckPolicy, DeliverPolicy, DiscardPolicy, JetStreamApiError, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { JetStreamConnection } from './jetstream-connection.ts';

export interface EventStream {
  /** Of the stream; its only subject is `NAME.batch`, its consumer `NAME-writer`. Letters, digits and hyphens. */
  readonly name: string;
  /** A full stream refuses. */
  readonly maxBytes: number;
  readonly maxAgeMs: number;
}

export const DEFAULT_STREAM: EventStream = { name: 'vua-events', maxBytes: 4 * 1024 ** 3, maxAgeMs: 24 * 60 * 60 * 1000 };

export const subjectOf = ({ name }: EventStream): string => `${name}.batch`;
export const writerOf = ({ name }: EventStream): string => `${name}-writer`;

export const REPLICAS = 3;
/** A batch that is published again within this time is stored once. */
const DUPLICATES_MS = 120_000;
/** What was not confirmed for so long is given to another process. */
const ACKNOWLEDGE_MS = 10_000;
/** Messages that all processes together hold unwritten. */
const MOST_PENDING = 256;
const NANOSECONDS = 1_000_000;

const STREAM_MISSING = 10_059;
/** No cluster; a cluster of too few servers that are there; and what newer servers say of the same. */
const TOO_FEW_SERVERS = new Set([10_074, 10_005, 10_023]);

/**
 * Makes the stream and its consumer where they are missing. What is there stays as it is: its operator may have changed the limits.
 * @returns the replicas that the stream has.
 */
export async function provideStream(connection: JetStreamConnection, stream: EventStream): Promise<number> {
  const replicas = await findReplicas(connection, stream) ?? await addStream(connection, stream);
  await connection.manager.consumers.add(stream.name, {
    durable_name: writerOf(stream), ack_policy: AckPolicy.Explicit, deliver_policy: DeliverPolicy.All,
    ack_wait: ACKNOWLEDGE_MS * NANOSECONDS, max_ack_pending: MOST_PENDING, max_deliver: -1,
  });
  return replicas;
}

async function findReplicas({ manager }: JetStreamConnection, { name }: EventStream): Promise<number | undefined> {
  try {
    return (await manager.streams.info(name)).config.num_replicas;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === STREAM_MISSING) return undefined;
    throw error;
  }
}

async function addStream(connection: JetStreamConnection, stream: EventStream): Promise<number> {
  const config = {
    name: stream.name, subjects: [subjectOf(stream)], storage: StorageType.File, retention: RetentionPolicy.Limits, discard: DiscardPolicy.New,
    max_bytes: stream.maxBytes, max_age: stream.maxAgeMs * NANOSECONDS, duplicate_window: Math.min(DUPLICATES_MS, stream.maxAgeMs) * NANOSECONDS,
  };
  try {
    return (await connection.manager.streams.add({ ...config, num_replicas: REPLICAS })).config.num_replicas;
  } catch (error) {
    if (!hasTooFewServers(error)) throw error;
    return (await connection.manager.streams.add({ ...config, num_replicas: 1 })).config.num_replicas;
  }
}

/** Asks for three replicas of a stream that was made when fewer servers were there. @returns the replicas that it has now. */
export async function raiseReplicas(connection: JetStreamConnection, { name }: EventStream, replicas: number): Promise<number> {
  // A server without a cluster would accept it, and keep one.
  if (replicas >= REPLICAS || !connection.isClustered()) return replicas;
  try {
    return (await connection.manager.streams.update(name, { num_replicas: REPLICAS })).config.num_replicas;
  } catch (error) {
    if (error instanceof JetStreamApiError) return replicas;
    throw error;
  }
}

const hasTooFewServers = (error: unknown): boolean => error instanceof JetStreamApiError && TOO_FEW_SERVERS.has(error.code);
