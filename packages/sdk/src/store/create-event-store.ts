import { createTrimmer } from './create-trimmer.ts';
import { type EventDatabase, type EventTransaction, createEventDatabase } from './event-database.ts';
import type { AddOutcome, DropCounts, EventStore } from './event-store.ts';
import { createMemoryRows } from './memory-rows.ts';
import { type NewRow, type QueuedRow, firstWithin } from './queued-row.ts';
import { appendRows, deleteRows, dropBeyond, peekRows } from './row-operations.ts';

export interface EventStoreOptions {
  /** Of the database. */
  readonly name: string;
  /** @default 5,000 */
  readonly maxEvents?: number;
  /** @default 7 days */
  readonly maxAgeMs?: number;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Told whenever events were lost. */
  readonly onDrop: (counts: DropCounts) => void;
  readonly database?: EventDatabase;
}

/** Share of the rows that go when there is no space. */
const FREED_SHARE = 0.1;

/** An {@link EventStore} on IndexedDB, with the page's memory for what the device does not take. */
export function createEventStore({ name, maxEvents = 5000, maxAgeMs = 7 * 86_400_000, now, onDrop, database = createEventDatabase(name) }: EventStoreOptions): EventStore {
  const memory = createMemoryRows(maxEvents, (full) => onDrop({ full, old: 0 }));
  const trimmer = createTrimmer({ database, maxEvents, maxAgeMs, now, onDrop });
  const run = database.run;

  return {
    async add(rows): Promise<AddOutcome> {
      try {
        const seqs = await append(database, rows, onDrop);
        trimmer.count(rows.length);
        return { lasts: 'device', rows: rows.map((row, index) => ({ ...row, seq: seqs[index] })) };
      } catch {
        memory.add(rows);
        return { lasts: 'page', rows };
      }
    },
    async peek(limits) {
      await trimmer.trimFirst();
      const kept = await run((transaction) => peekRows(transaction, limits)).catch((): QueuedRow[] => []);
      return firstWithin([...kept, ...memory.list()], limits);
    },
    async remove(rows) {
      memory.remove(rows.filter(({ seq }) => seq === undefined));
      const seqs = rows.flatMap(({ seq }) => seq ?? []);
      return seqs.length === 0 || run((transaction) => deleteRows(transaction, seqs)).then(() => true, () => false);
    },
    clear() {
      memory.clear();
      return run(clearAll).then(() => true, () => false);
    },
    records: { update: (key, change) => run((transaction) => updateRecord(transaction, key, change)).catch(() => undefined) },
    close: () => database.close(),
  };
}

/** Makes room once where there is none. */
async function append({ run }: EventDatabase, rows: readonly NewRow[], onDrop: EventStoreOptions['onDrop']): Promise<readonly number[]> {
  try {
    return await run((transaction) => appendRows(transaction, rows));
  } catch (error) {
    if (!isFull(error)) throw error;
    onDrop({ old: 0, full: await run(dropShare) });
    return run((transaction) => appendRows(transaction, rows));
  }
}

async function clearAll(transaction: EventTransaction): Promise<void> {
  await Promise.all([transaction.objectStore('events').clear(), transaction.objectStore('records').clear()]);
}

async function dropShare(transaction: EventTransaction): Promise<number> {
  const count = await transaction.objectStore('events').count();
  return dropBeyond(transaction, Math.floor(count * (1 - FREED_SHARE)));
}

async function updateRecord<T>(transaction: EventTransaction, key: string, change: (old: unknown) => T): Promise<T> {
  const records = transaction.objectStore('records');
  const value = change(await records.get(key));
  await records.put(value, key);
  return value;
}

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';
