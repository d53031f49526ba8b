/** Weekly values of one tag, oldest first, without jumps in time. */
export interface TrendSeries {
  readonly id: string;
  /** Number of the first week: whole weeks since Monday 1969-12-29. Seasons of different series are matched by it. */
  readonly firstWeek: number;
  /** A count or share, 0 or more; `null` where the week was not seen. */
  readonly values: readonly (number | null)[];
}

/** Weeks of a season. */
export const SEASON_WEEKS = 52;
/** Weeks that a change is measured over: the next 13 against the last 13. */
export const CHANGE_WEEKS = 13;
/** The furthest week that is forecast. */
export const MAX_HORIZON_WEEKS = 52;
