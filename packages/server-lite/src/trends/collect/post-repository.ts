import type { TrendPost } from '../trend-post.ts';
import type { TagPlace } from './snapshot-repository.ts';
import type { TrendPoint } from './trend-point.ts';

/** What `SnapshotRepository.save` kept of posts and points, for reading. Every implementation passes `testing/describe-snapshot-repository.ts`. */
export interface PostRepository {
  /** Posts by time and id that were published from `fromMs` to before `toMs`; `seenMs` is the last sight of them. */
  list(place: TagPlace, fromMs: number, toMs: number): Promise<readonly TrendPost[]>;
  /** Those of these posts that had been seen by then, UTC milliseconds. */
  seenBy(place: TagPlace, postIds: readonly string[], atMs: number): Promise<ReadonlySet<string>>;
  /** Points by region and week. */
  points(place: TagPlace): Promise<readonly TrendPoint[]>;
}
