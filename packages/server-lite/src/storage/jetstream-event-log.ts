import type { Pool } from 'pg';
import type { EventLog, LateEvents, StoredEvent } from './event-log.ts';
import { checkEvents } from './events/check-events.ts';
import { createGroupCommit, type CommitOutcome, type GroupCommitLimits } from './events/group-commit.ts';
import { createErasedCache, type ErasedCache } from './jetstream/erased-cache.ts';
import type { EventMessage } from './jetstream/event-message.ts';
import { DEFAULT_STREAM, REPLICAS, writerOf, type EventStream } from './jetstream/event-stream.ts';
import type { JetStreamConnection } from './jetstream/jetstream-connection.ts';
import { describeTrouble, type JetStreamTrouble } from './jetstream/jetstream-trouble.ts';
import { PUBLISH_LIMITS, type PublishLimits } from './jetstream/publish-batch.ts';
import { publishEvents } from './jetstream/publish-events.ts';
import { createStreamKeeper, type StreamLag } from './jetstream/stream-keeper.ts';
import { startStreamWriter } from './jetstream/stream-writer.ts';
import { createWrittenPlace, type WrittenPlace } from './jetstream/written-place.ts';
import type { PostgresDatabase } from './open-postgres.ts';
import { commitEvents } from './postgres/commit-events.ts';
import { eraseSubject } from './postgres/erase-subject.ts';
import { createEventPartitions, type EventPartitions } from './postgres/event-partitions.ts';
import { readEvents } from './postgres/read-events.ts';
import { readLate } from './postgres/read-late.ts';
import { tellUnavailable } from './postgres/tell-unavailable.ts';

export interface JetStreamEventLogOptions {
  readonly connection: JetStreamConnection;
  readonly postgres: PostgresDatabase;
  /** As `provideStream` made it. @default DEFAULT_STREAM */
  readonly stream?: EventStream;
  readonly limits?: Partial<GroupCommitLimits>;
  readonly publishLimits?: PublishLimits;
  /** How long a read or an erasure waits for what this process appended before. @default 2000 */
  readonly settleLimitMs?: number;
  /** Appends are refused while the oldest unwritten message is older: the stream drops what is older than a day, written or not. @default 12 hours */
  readonly behindLimitMs?: number;
  readonly now?: () => number;
  /** @default a warning of the process */
  readonly onTrouble?: (trouble: JetStreamTrouble) => void;
}

export interface JetStreamEventLog extends EventLog, LateEvents {
  /** How far the database is behind, as seen in the last seconds; undefined until it was first seen. */
  lag(): StreamLag | undefined;
  /** Whether a server of the bus is connected now. */
  isConnected(): boolean;
}

const DEFAULTS = {
  stream: DEFAULT_STREAM, limits: {}, publishLimits: PUBLISH_LIMITS, settleLimitMs: 2000, behindLimitMs: 12 * 60 * 60 * 1000, now: () => Date.now(),
  onTrouble: (trouble: JetStreamTrouble) => process.emitWarning(describeTrouble(trouble)),
};
const REFRESH_ERASED_MS = 5000;
const BEHIND: CommitOutcome = { status: 'unavailable', reason: 'unreachable', retryAfterMs: 60_000 };

/**
 * Events go into a replicated stream, which confirms them, and from there into PostgreSQL, which answers all questions. Every process
 * publishes, and all of them share the work of writing. Closing it leaves the connection and the database open.
 */
export function createJetStreamEventLog(options: JetStreamEventLogOptions): JetStreamEventLog {
  const { connection, postgres: { pool }, stream, limits, publishLimits, settleLimitMs, behindLimitMs, now, onTrouble } = { ...DEFAULTS, ...options };
  const partitions = createEventPartitions(pool);
  const erased = createErasedCache(pool);
  const known = erased.refresh();
  const refreshing = setInterval(() => void erased.refresh(), REFRESH_ERASED_MS);
  const stopWriter = startStreamWriter({
    openConsumer: () => connection.client.consumers.get(stream.name, writerOf(stream)),
    write: (messages) => commitEvents(pool, messages.flatMap(({ events }) => events), { provideMonths: () => provideMonths(partitions, messages), now }),
    onTrouble,
  });
  const place = createWrittenPlace(connection, stream, settleLimitMs);
  const keeper = createStreamKeeper(connection, stream, {
    onReplicas: (replicas) => { if (replicas < REPLICAS) onTrouble({ type: 'too-few-replicas', replicas }); },
    onStreamMissing: () => place.restart(),
  });
  const commit = async (events: readonly StoredEvent[]): Promise<CommitOutcome> => {
    if ((keeper.lag()?.oldestMs ?? 0) > behindLimitMs) return BEHIND;
    const acceptedMs = now();
    await known;
    return publishEvents({ connection, stream, erased, limits: publishLimits, onPublished: (sequence) => place.published(sequence) }, events, acceptedMs);
  };
  const group = createGroupCommit(commit, { commitsAtOnce: 4, ...limits });
  return {
    append: async (events) => {
      checkEvents(events);
      return group.append(events);
    },
    ...askDatabase({ pool, partitions, place, erased, now }),
    state: group.state,
    lag: () => keeper.lag(),
    isConnected: () => connection.isConnected(),
    close: async () => {
      await group.close();
      clearInterval(refreshing);
      keeper.stop();
      await stopWriter();
    },
  };
}

interface DatabaseDeps {
  readonly pool: Pool;
  readonly partitions: EventPartitions;
  readonly place: WrittenPlace;
  readonly erased: ErasedCache;
  readonly now: () => number;
}

/** The database answers, once it has what this process published before. */
const askDatabase = ({ pool, partitions, place, erased, now }: DatabaseDeps): Pick<EventLog & LateEvents, 'read' | 'readLate' | 'eraseSubject' | 'dropBefore'> => ({
  read: (query) => place.settle().then(() => readEvents(pool, query)).catch(tellUnavailable),
  readLate: (query) => place.settle().then(() => readLate(pool, query)).catch(tellUnavailable),
  eraseSubject: async (tenantId, subject) => {
    await place.settle();
    const deleted = await eraseSubject(pool, tenantId, subject, now()).catch(tellUnavailable);
    erased.add(tenantId, subject);
    return deleted;
  },
  dropBefore: (timeMs) => place.settle().then(() => partitions.drop(timeMs)),
});

/** By the clock of the process that accepted the events, so that it does not matter when they are written. */
async function provideMonths(partitions: EventPartitions, messages: readonly EventMessage[]): Promise<void> {
  for (const { events, acceptedMs } of messages) await partitions.provide(events, acceptedMs);
}
