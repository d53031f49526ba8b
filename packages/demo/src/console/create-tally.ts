import type { RecordedEvent } from '@vua/models/contracts';
import { EVENT_GROUPS, type EventGroup, groupOf } from './event-group.ts';

/** Rows of the live list. */
export const LATEST_ROWS = 200;
/** Minutes of the chart. */
const CHART_MINUTES = 30;
/** Ids that are remembered, so that what comes twice counts once. */
const IDS_KEPT = 100_000;

const MINUTE_MS = 60_000;

export type GroupCounts = Readonly<Record<EventGroup, number>>;

/** What the page shows of all events, as it is now. */
export interface TallySnapshot {
  /** Newest first. */
  readonly latest: readonly RecordedEvent[];
  /** Oldest first; the last minute is the one that runs. */
  readonly minutes: readonly { readonly startMs: number; readonly counts: GroupCounts }[];
  /** Since the start of the merchant's day. */
  readonly today: { readonly events: number; readonly sessions: number; readonly advised: number; readonly added: number };
}

export interface Tally {
  /** Counts events, each once however often it is given. */
  add(events: readonly RecordedEvent[]): void;
  snapshot(nowMs: number): TallySnapshot;
}

/** Keeps a bounded picture of a day of events. @param dayStartOf start of the day in which a moment lies, UTC milliseconds */
export function createTally(dayStartOf: (timeMs: number) => number): Tally {
  const seen = new Set<string>();
  const minutes = new Map<number, Record<EventGroup, number>>();
  let latest: readonly RecordedEvent[] = [];
  let today: RecordedDay = { startMs: Number.NEGATIVE_INFINITY, events: 0, sessions: new Set(), advised: 0, added: 0 };

  const count = (event: RecordedEvent): void => {
    const startMs = dayStartOf(event.timeMs);
    if (startMs > today.startMs) today = { startMs, events: 0, sessions: new Set(), advised: 0, added: 0 };
    if (startMs === today.startMs) countToday(today, event);
    const minute = Math.floor(event.timeMs / MINUTE_MS);
    const counts = minutes.get(minute) ?? noCounts();
    counts[groupOf(event.type)] += 1;
    minutes.set(minute, counts);
  };
  return {
    add(events) {
      const fresh = events.filter(({ id }) => remember(seen, id));
      fresh.forEach(count);
      if (fresh.length > 0) latest = [...latest, ...fresh].sort(newestFirst).slice(0, LATEST_ROWS);
    },
    snapshot(nowMs) {
      const now = Math.floor(nowMs / MINUTE_MS);
      for (const minute of minutes.keys()) if (minute <= now - 2 * CHART_MINUTES) minutes.delete(minute);
      const isToday = today.startMs === dayStartOf(nowMs);
      return {
        latest,
        minutes: Array.from({ length: CHART_MINUTES }, (_minute, at) => now - CHART_MINUTES + 1 + at)
          .map((minute) => ({ startMs: minute * MINUTE_MS, counts: { ...(minutes.get(minute) ?? noCounts()) } })),
        today: isToday ? { events: today.events, sessions: today.sessions.size, advised: today.advised, added: today.added } : { events: 0, sessions: 0, advised: 0, added: 0 },
      };
    },
  };
}

interface RecordedDay {
  readonly startMs: number;
  events: number;
  readonly sessions: Set<string>;
  advised: number;
  added: number;
}

function countToday(day: RecordedDay, { type, sessionId, data }: RecordedEvent): void {
  day.events += 1;
  day.sessions.add(sessionId);
  if (type === 'size_advice' && data['status'] !== 'unavailable') day.advised += 1;
  if (type === 'add_to_cart') day.added += 1;
}

function remember(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const [oldest] = seen;
  if (seen.size > IDS_KEPT && oldest !== undefined) seen.delete(oldest);
  return true;
}

const newestFirst = (one: RecordedEvent, other: RecordedEvent): number => other.timeMs - one.timeMs || (one.id < other.id ? 1 : -1);

const noCounts = (): Record<EventGroup, number> => Object.fromEntries(EVENT_GROUPS.map((group) => [group, 0])) as Record<EventGroup, number>;
