import type { CollectedSource } from '@vua/models/contracts';
import type { SnapshotRepository } from './snapshot-repository.ts';

export interface SnapshotAge {
  readonly tenantId: string;
  readonly source: CollectedSource;
  readonly ageMs: number;
}

/** How old the newest answer of each source of each shop is. */
export async function snapshotAges(snapshots: Pick<SnapshotRepository, 'newest'>, nowMs: number): Promise<readonly SnapshotAge[]> {
  return (await snapshots.newest()).map(({ tenantId, source, takenMs }) => ({ tenantId, source, ageMs: Math.max(0, nowMs - takenMs) }));
}
