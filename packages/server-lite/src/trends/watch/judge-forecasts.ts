import { changeAfter } from '@vua/models/trend';
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
