import type { WeekRow } from '@vua/models/trend';

/** One week of one tag at one source: a row of the weekly feature table. */
export type TrendWeek = WeekRow;
