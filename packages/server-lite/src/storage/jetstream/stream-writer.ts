import { setTimeout as wait } from 'node:timers/promises';
import type { Consumer, JsMsg } from '@nats-io/jetstream';
import { createInbox } from './inbox.ts';
import { takeMessages } from './take-messages.ts';
import { writeMessages, type WriteDeps } from './write-messages.ts';

export interface StreamWriterOptions {
  /** Asked again after every failure. */
  readonly openConsumer: () => Promise<Consumer>;
  readonly write: WriteDeps['write'];
  readonly onTrouble: (trouble: WriterTrouble) => void;
}

export type WriterTrouble =
  /** Another program's: not an event, and not kept. */
  | { readonly type: 'foreign-message'; readonly sequence: number }
  /** The database refuses what is in this message; it is tried again and again while the stream keeps it. */
  | { readonly type: 'write-failed'; readonly sequence: number; readonly error: unknown };

// Few, so that the last of them is written before the stream gives it to another process.
const FETCH_MESSAGES = 8;
const FETCH_MS = 5000;
const RECONNECT_MS = 250;
/** A transaction takes no further message when it has so many. */
const EVENTS_A_WRITE = 4000;

/**
 * Takes messages from the stream and writes them, several in one transaction.
 * @returns what stops it: it finishes the transaction that is under way; what was not begun goes to other processes, or waits for the next start.
 */
export function startStreamWriter({ openConsumer, write, onTrouble }: StreamWriterOptions): () => Promise<void> {
  const inbox = createInbox<JsMsg>(FETCH_MESSAGES);
  const state: { isRunning: boolean; stopFetching: (() => void) | undefined } = { isRunning: true, stopFetching: undefined };
  const deps: WriteDeps = { inbox, write, onFailed: (sequence, error) => onTrouble({ type: 'write-failed', sequence, error }) };
  const fetchForever = async (): Promise<void> => {
    let consumer: Consumer | undefined;
    while (state.isRunning) {
      try {
        consumer ??= await openConsumer();
        const fetched = await consumer.fetch({ max_messages: FETCH_MESSAGES, expires: FETCH_MS });
        state.stopFetching = () => fetched.stop();
        for await (const message of fetched) await inbox.put(message);
      } catch {
        // No leader, no connection, no consumer: all of them come back.
        consumer = undefined;
        await wait(RECONNECT_MS);
      }
    }
  };
  const writeForever = async (): Promise<void> => {
    while (state.isRunning) {
      await inbox.filled();
      if (!state.isRunning) return;
      const taken = await takeMessages(inbox, EVENTS_A_WRITE, (sequence) => onTrouble({ type: 'foreign-message', sequence }));
      if (taken.length > 0) await writeMessages(deps, taken);
    }
  };
  const ended = Promise.all([fetchForever(), writeForever()]);
  return async () => {
    state.isRunning = false;
    state.stopFetching?.();
    inbox.close();
    await ended;
    for (const message of inbox.take(Infinity)) message.nak();
  };
}
