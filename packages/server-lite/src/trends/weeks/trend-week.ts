import type { TrendSourceName } from '../trend-source-name.ts';

/** One week of one tag at one source: a row of the weekly feature table. */
export interface TrendWeek {
  readonly source: TrendSourceName;
  /** Lower case, without `#`. */
  readonly tag: string;
  /** Number of the week, as `@vua/models/trend` counts them. */
  readonly week: number;
  /** The count over the source's reference basket, so that the growth of the source itself falls out; 0 or more. */
  readonly value: number;
  /** What was counted: posts, points or acts of shoppers. */
  readonly count: number;
  /** Likes and comments per post; `null` where the source tells neither. */
  readonly engagement: number | null;
  /** Mean of the captions, -1 to 1; `null` without captions. */
  readonly sentiment: number | null;
  /** When the newest of what was counted was seen, UTC milliseconds. */
  readonly seenMs: number;
}
