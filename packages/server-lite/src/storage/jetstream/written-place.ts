import { setTimeout as wait } from 'node:timers/promises';
import { writerOf, type EventStream } from './event-stream.ts';
import type { JetStreamConnection } from './jetstream-connection.ts';

/** How far this process published, and how far the database has it. */
export interface WrittenPlace {
  /** @param sequence of the stream. */
  published(sequence: number): void;
  /** Waits until the database has what was published before, whichever process writes it; no longer than the limit. */
  settle(): Promise<void>;
  /** The stream was deleted and counts from 1 again. */
  restart(): void;
}

const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 100;

export function createWrittenPlace({ manager }: JetStreamConnection, stream: EventStream, limitMs: number): WrittenPlace {
  let last = 0;
  let written = 0;
  const isWritten = async (sequence: number): Promise<boolean> => {
    const writer = await manager.consumers.info(stream.name, writerOf(stream)).catch(() => undefined);
    // Not `num_pending`: the leader of the consumer may not have heard of the newest message.
    return writer !== undefined && writer.ack_floor.stream_seq >= sequence;
  };
  return {
    published: (sequence) => { last = Math.max(last, sequence); },
    restart: () => { last = written = 0; },
    settle: async () => {
      const sequence = last;
      const endMs = performance.now() + limitMs;
      for (let pauseMs = FIRST_PAUSE_MS; sequence > written && performance.now() < endMs; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
        if (await isWritten(sequence)) written = Math.max(written, sequence);
        else await wait(pauseMs);
      }
    },
  };
}
