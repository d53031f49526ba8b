import { CHANGE_WEEKS, type TrendFit, type TrendSeries, changeAfter, cutAt, endOf, fitTrends, forecastTrend } from '@vua/models/trend';
import type { IssuedForecast } from '../forecasts/issued-forecast.ts';
import { backTestYear } from './back-test-year.ts';
import type { FitReport } from './trend-version.ts';

export interface FitOrder {
  readonly series: readonly TrendSeries[];
  /** Of the live fit. Null: there is none. */
  readonly liveShadow: TrendFit | null;
  /** Whether to tell what would have been forecast in the last year: where a history was loaded at once. */
  readonly triesLastYear: boolean;
}

export interface TrainedFit {
  readonly fit: TrendFit;
  readonly shadow: TrendFit;
  readonly report: FitReport;
  /** What would have been forecast in the last year, where that was asked for. */
  readonly backTest: readonly IssuedForecast[];
}

/** Weeks at the end of the series that shadows do not see. */
const BACK_TEST_WEEKS = 26;
const STEP_WEEKS = 3;

interface Errors {
  readonly new: readonly number[];
  readonly live: readonly number[];
  readonly baseline: readonly number[];
}

/** Learns from all weeks, and tries on the last half-year what would have been learned without it, beside the live fit and seasonal naive. */
export function trainFit({ series, liveShadow, triesLastYear }: FitOrder): TrainedFit {
  const end = Math.max(0, ...series.map(endOf));
  const shadow = fitTrends(series.map((one) => cutAt(one, end - BACK_TEST_WEEKS)));
  const errors = backTest(series, end, { shadow, liveShadow });
  return {
    fit: fitTrends(series), shadow, backTest: triesLastYear ? backTestYear(series) : [],
    report: { series: series.length, judged: errors.new.length, maeNew: meanOf(errors.new), maeLive: liveShadow === null ? null : meanOf(errors.live), maeBaseline: meanOf(errors.baseline) },
  };
}

/** Whether a fit may take the live one's place: it does better, or there is none. */
export const mayGoLive = ({ maeLive, maeNew }: FitReport, hasLive: boolean): boolean => !hasLive || (maeNew !== null && maeLive !== null && maeNew < maeLive);

function backTest(series: readonly TrendSeries[], end: number, { shadow, liveShadow }: { readonly shadow: TrendFit; readonly liveShadow: TrendFit | null }): Errors {
  const errors = { new: [] as number[], live: [] as number[], baseline: [] as number[] };
  for (let origin = end - BACK_TEST_WEEKS; origin + CHANGE_WEEKS <= end; origin += STEP_WEEKS) {
    for (const one of series) {
      const truth = changeAfter(one, origin);
      const answer = forecastTrend(shadow, cutAt(one, origin), CHANGE_WEEKS);
      if (truth === undefined || answer.status !== 'forecast') continue;
      errors.new.push(Math.abs(answer.change.value - truth));
      errors.baseline.push(Math.abs(answer.change.baseline - truth));
      const live = liveShadow === null ? answer : forecastTrend(liveShadow, cutAt(one, origin), CHANGE_WEEKS);
      if (live.status === 'forecast') errors.live.push(Math.abs(live.change.value - truth));
    }
  }
  return errors;
}

const meanOf = (errors: readonly number[]): number | null => (errors.length === 0 ? null : errors.reduce((sum, error) => sum + error, 0) / errors.length);
