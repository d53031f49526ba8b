/** One answer of a source, as it came. */
export interface Snapshot {
  /** UTC milliseconds. */
  readonly takenMs: number;
  /** Of one collection, from 0. */
  readonly page: number;
  /** What was asked, such as `recent-media` or `US/monthly`. */
  readonly question: string;
  readonly httpStatus: number;
  /** Posts or points that could be read in it. */
  readonly entries: number;
  /** There was more that was not asked for: what was counted is a lower bound, the times of the posts tell the rate. */
  readonly isSaturated: boolean;
  /** What its values were multiplied by, where they come on a scale of their own. */
  readonly factor?: number;
  /** Without the token and without names of people. */
  readonly body: string;
}
