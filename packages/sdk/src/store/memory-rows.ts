import type { NewRow } from './queued-row.ts';

/** Rows that only this page holds, oldest first. */
export interface MemoryRows {
  add(rows: readonly NewRow[]): void;
  list(): readonly NewRow[];
  remove(rows: readonly NewRow[]): void;
  clear(): void;
}

/** @param onFull told how many of the oldest rows had to go. */
export function createMemoryRows(maxEvents: number, onFull: (count: number) => void): MemoryRows {
  let held: readonly NewRow[] = [];
  return {
    add(rows) {
      const all = [...held, ...rows];
      held = all.slice(-maxEvents);
      if (all.length > held.length) onFull(all.length - held.length);
    },
    list: () => held,
    remove(rows) {
      const ids = new Set(rows.map(({ id }) => id));
      held = held.filter(({ id }) => !ids.has(id));
    },
    clear() {
      held = [];
    },
  };
}
