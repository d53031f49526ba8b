import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { JetStreamApiError } from '@nats-io/jetstream';
import { errors } from '@nats-io/transport-node';
import type { JetStreamConnection } from './jetstream-connection.ts';

export type PublishOutcome =
  /** `sequence`: its place in the stream. */
  | { readonly status: 'stored'; readonly sequence: number }
  | { readonly status: 'unavailable'; readonly reason: 'storage-full' | 'unreachable' };

export interface PublishLimits {
  /** For one attempt. */
  readonly attemptMs: number;
  /** For all of them. */
  readonly totalMs: number;
}

export const PUBLISH_LIMITS: PublishLimits = { attemptMs: 1500, totalMs: 4000 };
const PAUSE_MS = 100;

/** `maximum bytes exceeded`, `insufficient resources`, `insufficient storage resources available`. */
const STORAGE_FULL = new Set([10_077, 10_023, 10_047]);
const MESSAGE_TOO_LONG = 10_054;

/**
 * One message, confirmed by the stream: by a majority of its replicas. An attempt that stays without answer may have been stored, so
 * the next one has the same id, by which the stream stores it once.
 * @throws only for what is a bug.
 */
export async function publishBatch(connection: JetStreamConnection, subject: string, bytes: Uint8Array, { attemptMs, totalMs }: PublishLimits): Promise<PublishOutcome> {
  const msgID = randomUUID();
  const endMs = performance.now() + totalMs;
  do {
    try {
      // While no server is connected, the client would keep the message in memory.
      if (connection.isConnected()) return { status: 'stored', sequence: (await connection.client.publish(subject, bytes, { msgID, timeout: attemptMs })).seq };
    } catch (error) {
      if (isBug(error)) throw error;
      if (error instanceof JetStreamApiError && STORAGE_FULL.has(error.code)) return { status: 'unavailable', reason: 'storage-full' };
    }
    await wait(PAUSE_MS);
  } while (performance.now() < endMs);
  return { status: 'unavailable', reason: 'unreachable' };
}

const isBug = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof errors.InvalidArgumentError || (error instanceof JetStreamApiError && error.code === MESSAGE_TOO_LONG);
