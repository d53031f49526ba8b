import type { Pool } from 'pg';
import type { StoredEvent } from '../event-log.ts';
import type { CommitOutcome } from '../events/group-commit.ts';
import { appendEvents } from './append-events.ts';
import { unavailableReason } from './unavailable-reason.ts';

const RETRY_AFTER_MS = 1000;

export interface CommitTools {
  /** Makes the months of these events. */
  readonly provideMonths: () => Promise<void>;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** One transaction of the event log. @throws only for what is a bug or a broken database. */
export async function commitEvents(pool: Pool, events: readonly StoredEvent[], { provideMonths, now }: CommitTools): Promise<CommitOutcome> {
  try {
    await provideMonths();
    return { status: 'stored', erased: await appendEvents(pool, events, now()) };
  } catch (error) {
    const reason = unavailableReason(error);
    if (reason === undefined) throw error;
    return { status: 'unavailable', reason, retryAfterMs: RETRY_AFTER_MS };
  }
}
