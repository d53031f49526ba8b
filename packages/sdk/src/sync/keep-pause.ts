import type { DeviceRecords } from '../store/index.ts';
import { type LaneResult, PAUSE_MS } from './create-lane.ts';

/** A pause longer than this comes from a clock that was set back. */
const MOST_MS = 24 * 3_600_000;

/** `run`, unless the server asked a page of this shop to wait: what it asked for holds for the next pages too. */
export function keepPause(run: () => Promise<LaneResult>, records: DeviceRecords, now: () => number): () => Promise<LaneResult> {
  return async () => {
    const untilMs = await records.update('pause', (old) => (typeof old === 'number' ? old : 0)) ?? 0;
    const leftMs = untilMs - now();
    if (leftMs > 0 && leftMs <= MOST_MS) return { status: 'retry', afterMs: leftMs };
    const result = await run();
    const askedMs = result.status === 'pause' ? PAUSE_MS : result.status === 'retry' ? result.afterMs : undefined;
    if (askedMs !== undefined && askedMs > 0) await records.update('pause', () => now() + askedMs);
    return result;
  };
}
