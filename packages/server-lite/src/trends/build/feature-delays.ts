import type { SnapshotRepository } from '../collect/snapshot-repository.ts';
import type { TrendSourceName } from '../trend-source-name.ts';
import type { WeekRepository } from '../weeks/week-repository.ts';

export interface FeatureDelay {
  readonly tenantId: string;
  readonly source: TrendSourceName;
  /** Since when an answer of the source waits to reach the weekly table, at most; 0: none waits. */
  readonly delayMs: number;
}

/** An answer must have reached the weekly table after this long. */
export const MOST_DELAY_MS = 2 * 3_600_000;

/** How long what sources answered has been waiting for the weekly table. */
export async function featureDelays({ snapshots, weeks }: { readonly snapshots: Pick<SnapshotRepository, 'newest'>; readonly weeks: Pick<WeekRepository, 'builtMs'> }, nowMs: number): Promise<readonly FeatureDelay[]> {
  return Promise.all((await snapshots.newest()).map(async ({ tenantId, source, takenMs }) => {
    const builtMs = await weeks.builtMs(tenantId);
    // What waits may have come at any time since the table was last built; before the first time, at least the newest waits.
    return { tenantId, source, delayMs: takenMs <= builtMs ? 0 : nowMs - (builtMs === 0 ? takenMs : builtMs) };
  }));
}
