import type { StoredEvent } from '../event-log.ts';
import type { CommitOutcome } from '../events/group-commit.ts';
import type { ErasedCache } from './erased-cache.ts';
import { encodeEvents } from './event-message.ts';
import { subjectOf, type EventStream } from './event-stream.ts';
import type { JetStreamConnection } from './jetstream-connection.ts';
import { publishBatch, type PublishLimits } from './publish-batch.ts';

export interface PublishDeps {
  readonly connection: JetStreamConnection;
  readonly stream: EventStream;
  readonly erased: Pick<ErasedCache, 'placesIn'>;
  readonly limits: PublishLimits;
  /** Told the place in the stream of every message that it confirmed. */
  readonly onPublished: (sequence: number) => void;
}

const RETRY_AFTER_MS = 1000;

/** What group commit calls a transaction: one message, of those whose subject is not known to be erased; more only where one would be too long. */
export async function publishEvents({ connection, stream, erased, limits, onPublished }: PublishDeps, events: readonly StoredEvent[], acceptedMs: number): Promise<CommitOutcome> {
  const places = erased.placesIn(events);
  const refused = new Set(places);
  const kept = refused.size === 0 ? events : events.filter((_, place) => !refused.has(place));
  if (kept.length === 0) return { status: 'stored', erased: places };
  const parts = await encodeEvents({ acceptedMs, events: kept }, connection.messageLimitBytes());
  const outcomes = await Promise.all(parts.map((part) => publishBatch(connection, subjectOf(stream), part, limits)));
  for (const outcome of outcomes) if (outcome.status === 'stored') onPublished(outcome.sequence);
  const failed = outcomes.find((outcome) => outcome.status === 'unavailable');
  return failed === undefined ? { status: 'stored', erased: places } : { status: 'unavailable', reason: failed.reason, retryAfterMs: RETRY_AFTER_MS };
}
