import { setTimeout as wait } from 'node:timers/promises';
import type { JsMsg } from '@nats-io/jetstream';
import type { CommitOutcome } from '../events/group-commit.ts';
import type { EventMessage } from './event-message.ts';
import type { Inbox } from './inbox.ts';
import type { TakenMessage } from './take-messages.ts';

export interface WriteDeps {
  readonly inbox: Inbox<JsMsg>;
  /** One transaction. Resolves when it is on the disk; rejects only for what is a bug or a broken database. */
  readonly write: (messages: readonly EventMessage[]) => Promise<CommitOutcome>;
  readonly onFailed: (sequence: number, error: unknown) => void;
}

/** The database is away: another process may have one that is not. */
const AWAY_MS = 1000;
const FAILED_MS = 30_000;

/** Writes the messages and confirms each to the stream once it is written; what could not be written comes again. */
export async function writeMessages(deps: WriteDeps, taken: readonly TakenMessage[]): Promise<void> {
  const outcome = await deps.write(taken.map(({ content }) => content)).catch((error: unknown) => ({ status: 'failed', error }) as const);
  if (outcome.status === 'stored') {
    for (const { message } of taken) message.ack();
  } else if (outcome.status === 'unavailable') {
    for (const message of [...taken.map((one) => one.message), ...deps.inbox.take(Infinity)]) message.nak(AWAY_MS);
    await wait(AWAY_MS);
  } else {
    await isolate(deps, taken, outcome.error);
  }
}

// One message that the database refuses must not keep the others out.
async function isolate(deps: WriteDeps, taken: readonly TakenMessage[], error: unknown): Promise<void> {
  const [first, ...others] = taken;
  if (first === undefined) return;
  if (others.length > 0) {
    for (const one of taken) await writeMessages(deps, [one]);
    return;
  }
  first.message.nak(FAILED_MS);
  deps.onFailed(first.message.seq, error);
}
