import { type EventLog, type EventQuery, type LateEvents, LATE_KEPT, LATE_MS, type StoredEvent } from './event-log.ts';
import { checkEvents } from './events/check-events.ts';
import { idTimeMs, mayBeFiled, monthEndMs, monthOf, monthStartMs } from './events/event-month.ts';

/** Events that go with the process. */
export function createMemoryEventLog(now: () => number = () => Date.now()): EventLog & LateEvents {
  const rows = createEventRows(now);
  const erased = new Set<string>();
  let closed = false;
  const isErased = ({ tenantId, anonymousId, customerId }: StoredEvent): boolean =>
    erased.has(keyOf(tenantId, anonymousId)) || (customerId !== undefined && erased.has(keyOf(tenantId, customerId)));
  return {
    append: async (events) => {
      checkEvents(events);
      if (closed) throw new Error('The event log is closed');
      for (const event of events) if (!isErased(event)) rows.keep(event);
      return { status: 'stored', erasedIds: events.filter(isErased).map(({ id }) => id) };
    },
    read: async (query) => rows.all().filter((event) => isAsked(event, query)).toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, query.limit),
    readLate: async ({ tenantId, after = rows.latePlace(), limit }) => {
      const late = rows.late().filter((one) => one.tenantId === tenantId && one.place > after).slice(0, limit);
      return { events: late.flatMap(({ id }) => rows.find(tenantId, id) ?? []), place: late.at(-1)?.place ?? after, isEnd: late.length < limit };
    },
    eraseSubject: async (tenantId, subject) => {
      erased.add(keyOf(tenantId, subject));
      return rows.remove(isErased);
    },
    dropBefore: async (timeMs) => rows.dropBefore(timeMs),
    state: () => ({ queued: 0, lastCommitMs: undefined }),
    close: async () => { closed = true; },
  };
}

interface EventRows {
  all(): readonly StoredEvent[];
  /** Unless it is there. */
  keep(event: StoredEvent): void;
  remove(isGone: (event: StoredEvent) => boolean): number;
  find(tenantId: string, id: string): StoredEvent | undefined;
  /** Of those that came late, in the order in which they came. */
  late(): readonly { readonly tenantId: string; readonly id: string; readonly place: number }[];
  latePlace(): number;
  dropBefore(timeMs: number): readonly string[];
}

function createEventRows(now: () => number): EventRows {
  const rows = new Map<string, StoredEvent>();
  const months = new Set<string>();
  const late: { readonly tenantId: string; readonly id: string; readonly place: number }[] = [];
  let latePlace = 0;
  const remove = (isGone: (event: StoredEvent) => boolean): number => {
    const gone = [...rows].filter(([, event]) => isGone(event));
    for (const [key] of gone) rows.delete(key);
    return gone.length;
  };
  return {
    all: () => [...rows.values()],
    find: (tenantId, id) => rows.get(keyOf(tenantId, id)),
    late: () => late,
    latePlace: () => latePlace,
    keep: (event) => {
      const timeMs = idTimeMs(event.id);
      if (mayBeFiled(timeMs, now())) months.add(monthOf(timeMs));
      const key = keyOf(event.tenantId, event.id);
      if (rows.has(key)) return;
      rows.set(key, event);
      if (timeMs < now() - LATE_MS) late.push({ tenantId: event.tenantId, id: event.id, place: (latePlace += 1) });
      if (late.length > LATE_KEPT) late.shift();
    },
    remove,
    dropBefore: (timeMs) => {
      const dropped = [...months].filter((month) => monthEndMs(month) <= timeMs).toSorted();
      const firstKeptMs = monthStartMs(monthOf(timeMs));
      const isFiled = (event: StoredEvent): boolean => months.has(monthOf(idTimeMs(event.id)));
      remove((event) => (isFiled(event) ? dropped.includes(monthOf(idTimeMs(event.id))) : event.timeMs < firstKeptMs));
      for (const month of dropped) months.delete(month);
      return dropped;
    },
  };
}

const keyOf = (tenantId: string, id: string): string => JSON.stringify([tenantId, id]);

function isAsked(event: StoredEvent, { tenantId, fromMs, toMs, subject, afterId }: EventQuery): boolean {
  return event.tenantId === tenantId && event.timeMs >= fromMs && event.timeMs < toMs
    && (subject === undefined || event.anonymousId === subject || event.customerId === subject)
    && (afterId === undefined || event.id > afterId);
}
