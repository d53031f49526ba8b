import { expect } from 'vitest';
import type { EventLog, EventQuery, LateEvents, StoredEvent } from '../../event-log.ts';
import { SAMPLE_NOW_MS } from '../sample-event.ts';

export interface OpenedEventLog {
  readonly log: EventLog & LateEvents;
  close(): Promise<void>;
}

/** What the tests of an event log share. Each test has tenants of its own. */
export interface EventLogContext {
  readonly log: () => EventLog & LateEvents;
  readonly newTenant: () => string;
  /** All events of a tenant, unless the query says less. */
  readonly read: (tenantId: string, query?: Partial<EventQuery>) => Promise<readonly StoredEvent[]>;
  readonly ids: (tenantId: string, query?: Partial<EventQuery>) => Promise<readonly string[]>;
  /** Expects that all are stored. */
  readonly append: (...events: readonly StoredEvent[]) => Promise<void>;
  readonly now: () => number;
  readonly setNow: (nowMs: number) => void;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const ALL = { fromMs: -Number.MAX_SAFE_INTEGER, toMs: Number.MAX_SAFE_INTEGER, limit: 5000 };

export function createEventLogContext(open: (now: () => number) => Promise<OpenedEventLog>): EventLogContext {
  let opened: OpenedEventLog | undefined;
  let nowMs = SAMPLE_NOW_MS;
  let tenants = 0;
  const log = (): EventLog & LateEvents => {
    if (opened === undefined) throw new Error('the event log is not open');
    return opened.log;
  };
  const read = (tenantId: string, query: Partial<EventQuery> = {}): Promise<readonly StoredEvent[]> => log().read({ ...ALL, tenantId, ...query });
  const now = (): number => nowMs;
  return {
    log, read, now,
    newTenant: () => `shop-${tenants += 1}`,
    ids: async (tenantId, query) => (await read(tenantId, query)).map((event) => event.id),
    append: async (...events) => expect(await log().append(events)).toEqual({ status: 'stored', erasedIds: [] }),
    setNow: (ms) => { nowMs = ms; },
    open: async () => { opened = await open(now); },
    close: async () => opened?.close(),
  };
}
