import type { EventLog, LateEvents, LatePage, StoredEvent } from './event-log.ts';
import { checkEvents } from './events/check-events.ts';
import { columnsOf } from './events/event-columns.ts';
import { createGroupCommit, type CommitOutcome, type GroupCommitLimits } from './events/group-commit.ts';
import type { SqliteDatabase } from './open-sqlite.ts';
import type { SqliteRequest } from './sqlite/sqlite-messages.ts';
import { StorageUnavailable } from './storage-unavailable.ts';

/** Events in SQLite, a table a month; commits happen in the database's thread. Closing it leaves the database open. */
export function createSqliteEventLog({ connections }: SqliteDatabase, limits: Partial<GroupCommitLimits> = {}, now: () => number = () => Date.now()): EventLog & LateEvents {
  const { writer, reader, turns } = connections;
  // Made when its turn has come: by then is decided what comes late.
  const write = async (makeRequest: () => SqliteRequest, transfer: readonly ArrayBuffer[] = []): Promise<unknown> => {
    const done = await turns.take();
    return writer.call(makeRequest(), transfer).finally(done);
  };
  const commit = async (events: readonly StoredEvent[]): Promise<CommitOutcome> => {
    const columns = columnsOf(events);
    try {
      const erased = await write(() => ({ type: 'append-events', columns, nowMs: now() }), [columns.ids.buffer]);
      return { status: 'stored', erased: erased as readonly number[] };
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      return { status: 'unavailable', reason: error.reason, retryAfterMs: error.retryAfterMs };
    }
  };
  const group = createGroupCommit(commit, limits);
  return {
    append: async (events) => {
      checkEvents(events);
      return group.append(events);
    },
    read: (query) => reader.call({ type: 'read-events', query }) as Promise<readonly StoredEvent[]>,
    readLate: (query) => reader.call({ type: 'read-late', query }) as Promise<LatePage>,
    eraseSubject: (tenantId, subject) => write(() => ({ type: 'erase-subject', tenantId, subject, nowMs: now() })) as Promise<number>,
    dropBefore: (timeMs) => write(() => ({ type: 'drop-months', beforeMs: timeMs })) as Promise<readonly string[]>,
    state: group.state,
    close: group.close,
  };
}
