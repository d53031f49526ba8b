import { CHANGE_WEEKS, type TrendFit, type TrendSeries, changeAfter, cutAt, endOf, fitTrends, forecastTrend } from '@vua/models/trend';
import type { IssuedForecast } from '../forecasts/issued-forecast.ts';
import { nameOf } from '../serve/source-series.ts';
import { issuedOf } from '../watch/issue-forecasts.ts';

const YEAR_WEEKS = 52;
const STEP_WEEKS = 3;
/** Version of forecasts that were not given out, but would have been. */
export const BACK_TEST_VERSION = 0;

/** What would have been forecast every third week of the last year by a fit that has not seen it: the accuracy of a history that was loaded at once. */
export function backTestYear(series: readonly TrendSeries[]): readonly IssuedForecast[] {
  const start = Math.max(0, ...series.map(endOf)) - YEAR_WEEKS;
  const fit = fitTrends(series.map((one) => cutAt(one, start)));
  const origins = Array.from({ length: (YEAR_WEEKS - CHANGE_WEEKS) / STEP_WEEKS + 1 }, (_, k) => start + k * STEP_WEEKS);
  // A series that ended before has no truth to be compared with, and the same forecast at every origin.
  return series.flatMap((one) => origins.filter((originWeek) => changeAfter(one, originWeek) !== undefined).flatMap((originWeek) => forecastAt(one, originWeek, fit)));
}

const forecastAt = (one: TrendSeries, originWeek: number, fit: TrendFit): readonly IssuedForecast[] =>
  issuedOf(nameOf(one.id), { originWeek, version: BACK_TEST_VERSION }, forecastTrend(fit, cutAt(one, originWeek), CHANGE_WEEKS));
