import type { TrendSource } from '../../../contracts/index.ts';
import type { AttributeId } from '../attribute-vocabulary.ts';

/** A post as it was seen under a tag; the same post may be seen again and stand under several tags. */
export interface SeenPost {
  readonly source: TrendSource;
  readonly postId: string;
  /** Lower case, without `#`. */
  readonly tag: string;
  /** UTC milliseconds. */
  readonly postedMs: number;
  readonly seenMs: number;
  readonly caption?: string;
  /** The largest colour of its picture, as `dominantColours` names it. */
  readonly pictureColour?: AttributeId;
  /** Absent where the source hides it. */
  readonly likes?: number;
  readonly comments?: number;
}

/** One week of one tag, or of one attribute, whose id then is the tag (`colour:beige`). Weeks without a post have no row. */
export interface WeekRow {
  readonly source: TrendSource;
  readonly tag: string;
  /** Whole weeks since Monday 1969-12-29. */
  readonly week: number;
  /** `count` over the source's reference basket of that week; 0 or more. */
  readonly value: number;
  /** Different posts. */
  readonly count: number;
  /** Likes and comments per post that tells either; `null` where none does. */
  readonly engagement: number | null;
  /** Mean of the captions that sound like something, -1 to 1; `null` without any. */
  readonly sentiment: number | null;
  /** When the newest of the posts was seen last, UTC milliseconds. */
  readonly seenMs: number;
}

/** What a source's counts of a week are divided by; undefined where the week is not known: then it has no rows. */
export type ReferenceBasket = (source: TrendSource, week: number) => number | undefined;
