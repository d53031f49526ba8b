import type { TrendSourceName } from './trend-source-name.ts';

/** A public post that was found under a tag. Of its author nothing is kept. */
export interface TrendPost {
  readonly source: TrendSourceName;
  /** As the source names the post; the same post may stand under several tags. */
  readonly postId: string;
  /** Lower case, without `#`. */
  readonly tag: string;
  /** UTC milliseconds. */
  readonly postedMs: number;
  readonly seenMs: number;
  readonly caption?: string;
  readonly imageUrl?: string;
  /** Absent where the source hides it. */
  readonly likes?: number;
  readonly comments?: number;
}
