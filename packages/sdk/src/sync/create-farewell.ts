import type { NewRow, QueuedRow, UnsentHead } from '../store/index.ts';
import { batchBody } from './batch-body.ts';
import type { Answer } from './judge-answer.ts';

export interface FarewellDeps {
  readonly head: Pick<UnsentHead, 'first'>;
  /**
   * Hands a body over to the browser, to be sent even if the page is gone by then.
   * @returns false where the browser did not take it; a promise where that, or the server's answer, may still come.
   */
  readonly handOver: (body: string) => boolean | Promise<Answer>;
  readonly maySend: () => boolean;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Told if the page is still there when the server answers. */
  readonly onAnswer: (answer: Answer, rows: readonly QueuedRow[]) => void;
}

/** All such requests of a page together may have 64 KiB; the shop's own need some too. */
export const FAREWELL_BYTES = 60_000;
/** Of what stands around the events of a batch. */
const FRAME_BYTES = 64;

/** How often a body that was not taken is halved: other requests of the page may have used up what is allowed. */
const HALVINGS = 3;

/** Sends what fits into the last request of a page; the rest stays queued. Safe to call again and again. */
export function createFarewell({ head, handOver, maySend, now, onAnswer }: FarewellDeps): () => void {
  /** Rows whose answer has not come: they count against what is allowed. */
  const underWay = new Map<string, NewRow>();
  /** Rows that a beacon took: they stay queued, because it brings no answer, and go once more with the next page. */
  const gone = new Set<string>();

  const send = (rows: readonly QueuedRow[], halvings = HALVINGS): void => {
    if (rows.length === 0) return;
    const half = (): void => { if (rows.length > 1 && halvings > 0) send(rows.slice(0, Math.ceil(rows.length / 2)), halvings - 1); };
    const handed = handOver(batchBody(rows, now()));
    if (handed === true) rows.forEach(({ id }) => gone.add(id));
    else if (handed === false) half();
    else {
      for (const row of rows) underWay.set(row.id, row);
      void handed.then((answer) => {
        for (const { id } of rows) underWay.delete(id);
        if (answer.kind === 'unreachable') half();
        else onAnswer(answer, rows);
      });
    }
  };

  return () => {
    if (!maySend()) return;
    const usedBytes = [...underWay.values()].reduce((sum, { bytes }) => sum + bytes + 1, 0);
    const rows = head.first(FAREWELL_BYTES - FRAME_BYTES).filter(({ id }) => !underWay.has(id) && !gone.has(id));
    send(withinBytes(rows, FAREWELL_BYTES - FRAME_BYTES - usedBytes));
  };
}

function withinBytes(rows: readonly QueuedRow[], bytes: number): readonly QueuedRow[] {
  let sum = 0;
  return rows.filter((row) => {
    sum += row.bytes + 1;
    return sum <= bytes;
  });
}
