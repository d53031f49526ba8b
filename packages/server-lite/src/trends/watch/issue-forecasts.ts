import type { TrendForecast } from '@vua/models/trend';
import type { IssuedForecast } from '../forecasts/issued-forecast.ts';
import type { SourceSeries } from '../serve/source-series.ts';
import type { TrendView } from '../serve/trend-view.ts';

/** What is forecast of each series from its last week on. */
export const issueForecasts = (view: TrendView): readonly IssuedForecast[] =>
  view.all.flatMap((one) => issuedOf(one, { originWeek: one.lastWeek + 1, version: view.version }, view.forecastOf(one)));

/** A forecast as it is kept; none where no change can be told. */
export function issuedOf({ source, tag }: Pick<SourceSeries, 'source' | 'tag'>, made: Pick<IssuedForecast, 'originWeek' | 'version'>, forecast: TrendForecast): readonly IssuedForecast[] {
  if (forecast.status !== 'forecast') return [];
  const { value, baseline, interval80, interval95, class: called } = forecast.change;
  return [{ source, tag, ...made, change: value, baseline, interval80: [interval80.low, interval80.high], interval95: [interval95.low, interval95.high], class: called, typicalMiss: forecast.typicalMiss.change, historyWeeks: forecast.quality.historyWeeks, actual: null }];
}
