import type { CollectedSource } from '@vua/models/contracts';
import type { TrendPost } from '../trend-post.ts';
import type { Snapshot } from './snapshot.ts';
import type { TrendPoint } from './trend-point.ts';

/** A tag at a source of a shop. */
export interface TagPlace {
  readonly tenantId: string;
  readonly source: CollectedSource;
  /** Lower case, without `#`. */
  readonly tag: string;
}

/** An answer with all that was read in it. */
export interface SnapshotBatch {
  readonly snapshot: Snapshot;
  /** No post twice. Of a post that is there already, the newest sight of it counts. */
  readonly posts: readonly TrendPost[];
  /** In the place of the same weeks, unless those were seen later. */
  readonly points: readonly TrendPoint[];
  /** Absent: stays as it is. */
  readonly cursor?: unknown;
  /** Whether the tag is collected to its end. */
  readonly isFinished: boolean;
}

/** How far a tag is. */
export interface TagProgress {
  readonly tag: string;
  /** As the source wrote it; absent before the first answer. */
  readonly cursor?: unknown;
  /** UTC milliseconds at which it was last collected to its end. */
  readonly sweptMs?: number;
  /** Not asked before. */
  readonly heldUntilMs?: number;
}

/** What sources answered. Every implementation passes `testing/describe-snapshot-repository.ts`. */
export interface SnapshotRepository {
  /** Answer, posts, points and cursor in one commit, and what held the tag is gone. @returns `known`, and nothing is changed, where the same answer is there already */
  save(place: TagPlace, batch: SnapshotBatch): Promise<'saved' | 'known'>;
  /** Lets a tag rest. */
  hold(place: TagPlace, untilMs: number): Promise<void>;
  /** Of every tag that was asked for, by tag. */
  progress(tenantId: string, source: CollectedSource): Promise<readonly TagProgress[]>;
  /** Answers by time and page; `toMs` is exclusive. */
  list(place: TagPlace, fromMs: number, toMs: number): Promise<readonly Snapshot[]>;
  /** When the newest answer of each source of each shop came; by tenant and source. */
  newest(): Promise<readonly { readonly tenantId: string; readonly source: CollectedSource; readonly takenMs: number }[]>;
}
