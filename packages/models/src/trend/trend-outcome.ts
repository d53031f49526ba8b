import { relativeChange } from './relative-change.ts';
import type { TrendForecast } from './trend-forecast.ts';
import { CHANGE_WEEKS } from './trend-series.ts';

/** One forecast number that has come true since. */
export interface TrendOutcome {
  /** What the forecast knew. */
  readonly historyWeeks: number;
  /** The relative change, or a single week so far ahead (1-52). */
  readonly of: 'change' | number;
  /** (what came true - what was forecast) / how far such forecasts are missed on average. */
  readonly miss: number;
}

/**
 * What of a forecast has come true: `truth` are the weeks from the first forecast one on, as far as they are known, `null`
 * where one was not seen. The change is there once its 13 weeks are.
 */
export function outcomesOf(forecast: TrendForecast, truth: readonly (number | null)[]): TrendOutcome[] {
  if (forecast.status === 'unavailable') return [];
  const { path, typicalMiss, quality: { historyWeeks } } = forecast;
  const weeks = path.flatMap(({ value }, h): TrendOutcome[] => {
    const seen = truth[h] ?? null;
    return seen === null || !(typicalMiss.week > 0) ? [] : [{ historyWeeks, of: h + 1, miss: (seen - value) / typicalMiss.week }];
  });
  if (forecast.status === 'no-base' || !(typicalMiss.change > 0)) return weeks;
  const season = truth.slice(0, CHANGE_WEEKS).filter((value) => value !== null);
  if (season.length < CHANGE_WEEKS) return weeks;
  return [{ historyWeeks, of: 'change', miss: (relativeChange(season, forecast.reasons.level) - forecast.change.value) / typicalMiss.change }, ...weeks];
}
