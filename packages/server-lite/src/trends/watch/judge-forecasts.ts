import { type TrendOutcome, changeAfter } from '@vua/models/trend';
import { BACK_TEST_VERSION } from '../fits/back-test-year.ts';
import type { IssuedForecast, Outcome } from '../forecasts/issued-forecast.ts';
import { type SourceSeries, idOf } from '../serve/source-series.ts';

/** What came true of forecasts whose 13 weeks are over. */
export function judgeForecasts(open: readonly IssuedForecast[], all: readonly SourceSeries[]): readonly Outcome[] {
  const seriesOf = new Map(all.map((one) => [one.series.id, one.series]));
  return open.flatMap((forecast) => {
    const { source, tag, originWeek } = forecast;
    const series = seriesOf.get(idOf(forecast));
    const actual = series === undefined || forecast.actual !== null ? undefined : changeAfter(series, originWeek);
    return actual === undefined ? [] : [{ source, tag, originWeek, actual }];
  });
}

/** By how much forecasts that were given out missed, on their own scale, the oldest first. What would have been forecast only is known to the fit already. */
export function missesOf(issued: readonly IssuedForecast[], outcomes: readonly Outcome[]): readonly TrendOutcome[] {
  const keyOf = (one: Pick<IssuedForecast, 'source' | 'tag' | 'originWeek'>): string => `${one.originWeek} ${idOf(one)}`;
  const actuals = new Map(outcomes.map((outcome) => [keyOf(outcome), outcome.actual]));
  return issued.flatMap((one) => {
    const actual = actuals.get(keyOf(one));
    if (actual === undefined || one.version === BACK_TEST_VERSION || !(one.typicalMiss > 0)) return [];
    return [{ historyWeeks: one.historyWeeks, of: 'change' as const, miss: (actual - one.change) / one.typicalMiss }];
  });
}
