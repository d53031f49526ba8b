import type { AppendOutcome } from './event-log.ts';

type Unavailable = Extract<AppendOutcome, { status: 'unavailable' }>;

/**
 * The database is away, busy or full, which passes by itself. Whatever asks it rejects with this; only `EventLog.append` tells it as a value.
 * The cause is what the database or the network said; the message is the cause's, and may quote what was asked.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  readonly reason: Exclude<Unavailable['reason'], 'queue-full'>;
  readonly retryAfterMs: number;

  constructor({ reason, retryAfterMs, cause }: Pick<StorageUnavailable, 'reason' | 'retryAfterMs'> & { readonly cause: Error }) {
    super(cause.message, { cause });
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
