import { CHANGE_WEEKS, type TrendSeries } from './trend-series.ts';

/** Fewer weeks than these of 13 tell no change. */
const LEAST_SEEN_WEEKS = 10;

/** Number of the week after the last one. */
export const endOf = ({ firstWeek, values }: TrendSeries): number => firstWeek + values.length;

/** The weeks before `week`. */
export const cutAt = (series: TrendSeries, week: number): TrendSeries => ({ ...series, values: series.values.slice(0, Math.max(0, week - series.firstWeek)) });

/** The relative change that came true in the 13 weeks from `week` on; undefined where they are not over, were hardly seen, or nothing was there before. */
export function changeAfter(series: TrendSeries, week: number): number | undefined {
  if (week + CHANGE_WEEKS > endOf(series)) return undefined;
  const base = meanSeen(series, week - CHANGE_WEEKS, week);
  const next = meanSeen(series, week, week + CHANGE_WEEKS);
  return base === undefined || next === undefined || !(base > 0) ? undefined : next / base - 1;
}

function meanSeen({ firstWeek, values }: TrendSeries, from: number, to: number): number | undefined {
  const seen = values.slice(Math.max(0, from - firstWeek), Math.max(0, to - firstWeek)).filter((value) => value !== null);
  return seen.length < LEAST_SEEN_WEEKS ? undefined : seen.reduce((sum, value) => sum + value, 0) / seen.length;
}
