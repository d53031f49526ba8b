import type { EventDatabase } from './event-database.ts';
import type { DropCounts } from './event-store.ts';
import { dropBeyond, dropOld } from './row-operations.ts';

export interface TrimmerDeps {
  readonly database: Pick<EventDatabase, 'run'>;
  readonly maxEvents: number;
  readonly maxAgeMs: number;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onDrop: (counts: DropCounts) => void;
}

/** Keeps a queue within its limits, the oldest first. */
export interface Trimmer {
  /** Notes that rows were added. Trims behind their back: an event is safe before older ones are counted. */
  count(added: number): void;
  /** Before the first reading: what grew too old while no page was open shall not be sent. */
  trimFirst(): Promise<void>;
}

/** Rows are counted anew after so many, because other pages add rows too. */
const RECOUNT_AFTER = 50;

export function createTrimmer({ database: { run }, maxEvents, maxAgeMs, now, onDrop }: TrimmerDeps): Trimmer {
  let room = 0;
  let untilRecount = 0;
  let isTrimmed = false;

  const trim = async (): Promise<void> => {
    isTrimmed = true;
    const old = await run((transaction) => dropOld(transaction, now() - maxAgeMs));
    const full = await run((transaction) => dropBeyond(transaction, maxEvents));
    if (old + full > 0) onDrop({ old, full });
    room = await run(async (transaction) => maxEvents - await transaction.objectStore('events').count());
  };
  return {
    count(added) {
      [room, untilRecount] = [room - added, untilRecount - added];
      if (room > 0 && untilRecount > 0) return;
      untilRecount = RECOUNT_AFTER;
      void trim().catch(() => undefined);
    },
    trimFirst: async () => (isTrimmed ? undefined : trim().catch(() => undefined)),
  };
}
