import type { Pool } from 'pg';
import type { StoredEvent } from '../event-log.ts';
import type { CommitOutcome } from '../events/group-commit.ts';
import { appendEvents } from './append-events.ts';
import { unavailableReason } from './unavailable-reason.ts';

const RETRY_AFTER_MS = 1000;

/** One transaction of the event log. @param provideMonths makes the months of these events. @throws only for what is a bug or a broken database. */
export async function commitEvents(pool: Pool, events: readonly StoredEvent[], provideMonths: () => Promise<void>): Promise<CommitOutcome> {
  try {
    await provideMonths();
    return { status: 'stored', erased: await appendEvents(pool, events) };
  } catch (error) {
    const reason = unavailableReason(error);
    if (reason === undefined) throw error;
    return { status: 'unavailable', reason, retryAfterMs: RETRY_AFTER_MS };
  }
}
