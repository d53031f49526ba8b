import type { TrendAnswer, TrendChange, TrendLine, TrendPathWeek, TrendQuality } from '@vua/models/contracts';
import { type ChangeForecast, type Interval, type PathWeek, type TrendForecast, mondayOf } from '@vua/models/trend';
import type { SourceSeries } from './source-series.ts';
import type { TrendView } from './trend-view.ts';

type Forecast = Extract<TrendForecast, { status: 'forecast' }>;

/** What is told of one tag. @param tag as it is kept */
export function answerOf(view: TrendView, tag: string, { horizonWeeks, source }: { readonly horizonWeeks: number; readonly source?: SourceSeries['source'] }): TrendAnswer {
  const found = view.find(tag, source);
  if (found === undefined) return { status: 'unknown', tag, nearest: [...view.nearestTo(tag)] };
  const forecast = view.forecastOf(found);
  if (forecast.status === 'unavailable') return { status: 'too-short', tag, source: found.source };
  const seen = { tag, source: found.source, asOfWeek: mondayOf(found.lastWeek), path: pathOf(forecast.path.slice(0, horizonWeeks), found.lastWeek), quality: qualityOf(view, found, forecast) };
  if (forecast.status === 'no-base') return { status: 'no-base', ...seen };
  const { level, season, momentum } = forecast.reasons;
  return {
    status: 'forecast', ...seen, trendScore: trendScore(forecast), change: changeOf(forecast.change),
    why: { level: short(level), season: short(season), momentum: short(momentum), similarTags: [...view.similarTo(found)] },
  };
}

/** The same as a line of a list; undefined where no change can be told. */
export function lineOf(view: TrendView, found: SourceSeries): TrendLine | undefined {
  const forecast = view.forecastOf(found);
  if (forecast.status !== 'forecast') return undefined;
  return { tag: found.tag, source: found.source, asOfWeek: mondayOf(found.lastWeek), trendScore: trendScore(forecast), change: changeOf(forecast.change), confidence: forecast.quality.confidence };
}

function trendScore({ change: { probabilities } }: Forecast): number {
  return Math.round(100 * (probabilities.rising + probabilities.flat / 2));
}

function changeOf({ value, interval80, interval95, baseline, class: called, probabilities: { rising, flat, falling } }: ChangeForecast): TrendChange {
  return {
    value: short(value), interval80: shortInterval(interval80), interval95: shortInterval(interval95), baseline: short(baseline), class: called,
    probability: short(Math.max(rising, flat, falling)), probabilities: { rising: short(rising), flat: short(flat), falling: short(falling) },
  };
}

const pathOf = (path: readonly PathWeek[], lastWeek: number): TrendPathWeek[] => path.map(({ value, interval80, interval95, baseline }, h) => ({
  week: mondayOf(lastWeek + 1 + h), value: short(value), interval80: shortInterval(interval80), interval95: shortInterval(interval95), baseline: short(baseline),
}));

function qualityOf({ thisWeek }: TrendView, { lastWeek }: SourceSeries, { quality }: Exclude<TrendForecast, { status: 'unavailable' }>): TrendQuality {
  const { historyWeeks, missingShare, zeroShare, confidence, season } = quality;
  return { historyWeeks, missingShare: short(missingShare), zeroShare: short(zeroShare), ageWeeks: Math.max(0, thisWeek - 1 - lastWeek), confidence, season };
}

const shortInterval = ({ low, high }: Interval): { low: number; high: number } => ({ low: short(low), high: short(high) });

/** What is nearer to 0 is rounding: ten places below the least value that a history may have. */
const LEAST = 1e-19;

/** Four significant digits: more would be false. By hand: an answer of thirty tags has thousands, and `toPrecision` takes ten times as long. */
function short(value: number): number {
  if (Math.abs(value) < LEAST) return 0;
  const decimals = 3 - Math.floor(Math.log10(Math.abs(value)));
  const scale = 10 ** Math.abs(decimals);
  return decimals >= 0 ? Math.round(value * scale) / scale : Math.round(value / scale) * scale;
}
