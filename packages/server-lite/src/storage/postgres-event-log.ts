import type { EventLog, LateEvents, StoredEvent } from './event-log.ts';
import { checkEvents } from './events/check-events.ts';
import { createGroupCommit, type CommitOutcome, type GroupCommitLimits } from './events/group-commit.ts';
import type { PostgresDatabase } from './open-postgres.ts';
import { commitEvents } from './postgres/commit-events.ts';
import { eraseSubject } from './postgres/erase-subject.ts';
import { createEventPartitions } from './postgres/event-partitions.ts';
import { readEvents } from './postgres/read-events.ts';
import { readLate } from './postgres/read-late.ts';
import { tellUnavailable } from './postgres/tell-unavailable.ts';

/** Events in PostgreSQL, a partition a month. Closing it leaves the database open. */
export function createPostgresEventLog({ pool }: PostgresDatabase, limits: Partial<GroupCommitLimits> = {}, now: () => number = () => Date.now()): EventLog & LateEvents {
  const partitions = createEventPartitions(pool);
  const commit = (events: readonly StoredEvent[]): Promise<CommitOutcome> => commitEvents(pool, events, { provideMonths: () => partitions.provide(events, now()), now });
  const group = createGroupCommit(commit, { commitsAtOnce: 2, ...limits });
  return {
    append: async (events) => {
      checkEvents(events);
      return group.append(events);
    },
    read: (query) => readEvents(pool, query).catch(tellUnavailable),
    readLate: (query) => readLate(pool, query).catch(tellUnavailable),
    eraseSubject: (tenantId, subject) => eraseSubject(pool, tenantId, subject, now()).catch(tellUnavailable),
    dropBefore: (timeMs) => partitions.drop(timeMs),
    state: group.state,
    close: group.close,
  };
}
