/** How much a tag was searched for in one week of one region. */
export interface TrendPoint {
  readonly region: string;
  /** UTC milliseconds of midnight of the week's last day. */
  readonly weekEndMs: number;
  /** 0 or more, on the scale of the first snapshot of this tag and region. */
  readonly value: number;
  readonly seenMs: number;
}
