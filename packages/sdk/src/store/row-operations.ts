import type { EventTransaction } from './event-database.ts';
import type { NewRow, QueuedRow, RowLimits } from './queued-row.ts';
import { firstWithin } from './queued-row.ts';

/** Rows that one reading fetches at once. */
const PAGE = 100;

/** Appends rows and commits at once: what was issued before a page goes survives it. @returns their places. */
export async function appendRows(transaction: EventTransaction, rows: readonly NewRow[]): Promise<readonly number[]> {
  const store = transaction.objectStore('events');
  const seqs = Promise.all(rows.map(async (row) => store.add(row)));
  transaction.commit();
  return seqs;
}

export async function peekRows(transaction: EventTransaction, limits: RowLimits): Promise<QueuedRow[]> {
  const store = transaction.objectStore('events');
  let found: QueuedRow[] = [];
  for (;;) {
    const after = found.at(-1)?.seq;
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const [seqs, rows] = await Promise.all([store.getAllKeys(range, PAGE), store.getAll(range, PAGE)]);
    found = [...found, ...rows.map((row, index) => ({ ...row, seq: seqs[index] }))];
    const fitting = firstWithin(found, limits);
    if (fitting.length < found.length || rows.length < PAGE) return fitting;
  }
}

export async function deleteRows(transaction: EventTransaction, seqs: readonly number[]): Promise<void> {
  const store = transaction.objectStore('events');
  await Promise.all(runsOf(seqs).map(async ([first, last]) => store.delete(IDBKeyRange.bound(first, last))));
}

/** Deletes the oldest rows beyond `keep`. @returns how many. */
export async function dropBeyond(transaction: EventTransaction, keep: number): Promise<number> {
  const store = transaction.objectStore('events');
  const excess = await store.count() - keep;
  if (excess <= 0) return 0;
  const seqs = await store.getAllKeys(null, excess);
  const last = seqs.at(-1);
  if (last !== undefined) await store.delete(IDBKeyRange.upperBound(last));
  return seqs.length;
}

/** Deletes the rows at the head of the queue that are older than `beforeMs`. @returns how many. */
export async function dropOld(transaction: EventTransaction, beforeMs: number): Promise<number> {
  const store = transaction.objectStore('events');
  let dropped = 0;
  for (;;) {
    const [seqs, rows] = await Promise.all([store.getAllKeys(null, PAGE), store.getAll(null, PAGE)]);
    const fresh = rows.findIndex(({ timeMs }) => timeMs >= beforeMs);
    const old = fresh < 0 ? seqs : seqs.slice(0, fresh);
    await deleteRows(transaction, old);
    dropped += old.length;
    if (old.length < PAGE) return dropped;
  }
}

/** Places next to each other as one range: deleting 500 rows is then one request. */
function runsOf(seqs: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const seq of seqs.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && seq === run[1] + 1) run[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs;
}
