import type { EventStore, QueuedRow } from '../store/index.ts';
import { BATCH, batchBody } from './batch-body.ts';
import type { LaneResult } from './create-lane.ts';
import type { Post } from './create-transport.ts';
import { type Verdict, judgeAnswer } from './judge-answer.ts';

export interface EventDrainDeps {
  readonly store: Pick<EventStore, 'peek' | 'remove'>;
  readonly post: Post;
  /** Whether events may leave now: asked before every request. */
  readonly maySend: () => boolean;
  /** Ends requests that may not go on. */
  readonly signal: () => AbortSignal;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Told of events that left the queue: stored by the server, refused by it for a reason, or never to be taken. */
  readonly onSettled: (settled: SettledRows) => void;
}

export interface SettledRows {
  readonly rows: readonly QueuedRow[];
  /** How many of them are lost, by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

/** Sends what waits, oldest first, one request after the other, until nothing is left or something fails. @param renew says that the writer still works. */
export type EventDrain = (renew: () => Promise<unknown>) => Promise<LaneResult>;

export function createEventDrain({ store, post, maySend, signal, now, onSettled }: EventDrainDeps): EventDrain {
  /** Halved until a batch passes: so a wrong event is found among 500 in ten requests. */
  let most: number = BATCH.events;
  let isCompressed = true;

  const settle = async (rows: readonly QueuedRow[], refused: Record<string, number>): Promise<boolean> => {
    const isRemoved = await store.remove(rows);
    onSettled({ rows, refused });
    return isRemoved;
  };
  /** @returns how the run ends, or undefined where it goes on. */
  const conclude = async (verdict: Verdict, rows: readonly QueuedRow[]): Promise<LaneResult | undefined> => {
    switch (verdict.kind) {
      case 'receipt': {
        const { named, refused } = readNames(verdict, rows);
        most = Math.min(BATCH.events, most * 2);
        const isRemoved = await settle(named, refused);
        // What the server does not name stays; asking again at once would be asking for ever.
        return isRemoved && named.length === rows.length ? undefined : { status: 'retry' };
      }
      case 'split':
        most = Math.ceil(rows.length / 2);
        return rows.length > 1 || await settle(rows, { unsendable: 1 }) ? undefined : { status: 'retry' };
      case 'uncompressed':
        if (!isCompressed) return { status: 'pause' };
        isCompressed = false;
        return undefined;
      case 'retry': return { status: 'retry', afterMs: verdict.afterMs };
      case 'pause': return { status: 'pause' };
    }
  };

  return async (renew) => {
    for (;;) {
      await renew();
      const rows = await store.peek({ events: most, bytes: BATCH.bytes });
      if (rows.length === 0 || !maySend()) return { status: 'empty' };
      const answer = await post('events', batchBody(rows, now()), { compress: isCompressed, signal: signal() });
      const end = await conclude(judgeAnswer(answer), rows);
      if (end) return end;
    }
  };
}

/** The rows that a receipt names, and how many of them were refused, by code. */
export function readNames({ accepted, rejected }: Extract<Verdict, { kind: 'receipt' }>, rows: readonly QueuedRow[]): { named: QueuedRow[]; refused: Record<string, number> } {
  const codes = new Map(rejected.map(({ id, code }) => [id, code]));
  const stored = new Set(accepted);
  const refused: Record<string, number> = {};
  const named = rows.filter(({ id }) => stored.has(id) || codes.has(id));
  for (const { id } of named) {
    const code = stored.has(id) ? undefined : codes.get(id);
    if (code !== undefined) refused[code] = (refused[code] ?? 0) + 1;
  }
  return { named, refused };
}
