import { type QueuedRow, firstWithin } from './queued-row.ts';

/** The head of the queue as far as the page holds it in memory: a page that goes has no time to read the database. */
export interface UnsentHead {
  /** What lay on the device before this page's own events. `isWhole`: nothing of it is missing. */
  load(rows: readonly QueuedRow[], isWhole: boolean): void;
  /** Own events, in their order. */
  push(rows: readonly QueuedRow[]): void;
  remove(rows: readonly Pick<QueuedRow, 'id'>[]): void;
  clear(): void;
  /** The oldest rows that keep within `bytes`. None of them is sent before one that is older, as far as the page knows. */
  first(bytes: number): readonly QueuedRow[];
}

/** More than fits into the last request. */
const MOST_OWN = 1000;

export function createUnsentHead(): UnsentHead {
  let before: readonly QueuedRow[] = [];
  let isWhole = true;
  /** Own events are missing here: none that is younger may be held. */
  let hasGap = false;
  let own = new Map<string, QueuedRow>();
  return {
    load(rows, whole) {
      before = rows.filter(({ id }) => !own.has(id));
      isWhole = whole;
      hasGap = false;
    },
    push(rows) {
      for (const row of rows) {
        hasGap ||= own.size >= MOST_OWN && !own.has(row.id);
        if (!hasGap || own.has(row.id)) own.set(row.id, row);
      }
    },
    remove(rows) {
      const ids = new Set(rows.map(({ id }) => id));
      before = before.filter(({ id }) => !ids.has(id));
      for (const id of ids) own.delete(id);
    },
    clear() {
      before = [];
      isWhole = true;
      hasGap = false;
      own = new Map();
    },
    first(bytes) {
      const known = isWhole ? [...before, ...own.values()] : before;
      const rows = firstWithin(known, { events: Infinity, bytes });
      // `firstWithin` gives one row however large: too large a one waits.
      return rows.length === 1 && (rows[0]?.bytes ?? 0) > bytes ? [] : rows;
    },
  };
}
