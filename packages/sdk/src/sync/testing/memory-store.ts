import type { EventStore, QueuedRow } from '../../store/index.ts';
import { firstWithin, rowOf } from '../../store/queued-row.ts';

/** Rows numbered from 0, as a store gives them. */
export function numberedRows(count: number, bytes = 0): QueuedRow[] {
  return Array.from({ length: count }, (_, k) => ({ ...rowOf(`id-${k}`, k, { id: `id-${k}`, number: k, pad: 'x'.repeat(bytes) }), seq: k + 1 }));
}

/** A queue of given rows. */
export function createMemoryQueue(given: readonly QueuedRow[]): Pick<EventStore, 'peek' | 'remove'> & { readonly left: () => readonly QueuedRow[] } {
  let rows = [...given];
  return {
    left: () => rows,
    peek: async (limits) => firstWithin(rows, limits),
    async remove(gone) {
      rows = rows.filter(({ id }) => !gone.some((row) => row.id === id));
      return true;
    },
  };
}
