import type { Reading, TakenCounts, Track, TrackCall } from './reading.ts';

/** Hands what was read to the tracker, and counts. */
export interface Intake {
  /** @param read what may throw: it reads objects of the page. Never throws. */
  take(read: () => Reading): void;
  counts(): TakenCounts;
}

/** An order counts once a page: shops report it to several receivers. @param onTake told of each event before it goes to `track`. */
export function createIntake(track: Track, onTake: (call: TrackCall) => void = () => undefined): Intake {
  const counts = { taken: 0, ignored: 0, skipped: 0 };
  const orders = new Set<string>();
  const isKnownOrder = ({ type, data }: TrackCall): boolean => {
    if (type !== 'purchase') return false;
    const isKnown = orders.has(data.orderId);
    orders.add(data.orderId);
    return isKnown;
  };
  const count = (reading: Reading): void => {
    if (reading.status === 'unusable') counts.skipped++;
    else if (reading.status === 'ignored' || isKnownOrder(reading.call)) counts.ignored++;
    else {
      counts.taken++;
      counts.skipped += reading.skipped;
      onTake(reading.call);
      handOver(track, reading.call);
    }
  };
  return {
    take(read) {
      try {
        count(read());
      } catch {
        counts.skipped++;
      }
    },
    counts: () => ({ ...counts }),
  };
}

function handOver(track: Track, { type, data }: TrackCall): void {
  // Our tracker never rejects; another function might, and the page shall not hear of it.
  Promise.resolve(track(type, data)).catch(() => undefined);
}
