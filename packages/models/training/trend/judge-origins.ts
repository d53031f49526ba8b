import { classOfChange, forecastTrend, type TrendClass, type TrendFit, type TrendForecast, type TrendSeries } from '../../src/trend/index.ts';
import { fillGaps } from '../../src/trend/fill-gaps.ts';
import { extendHistory } from '../../src/trend/extend-history.ts';
import { forecastMembers } from '../../src/trend/forecast-members.ts';
import type { TrendMember } from '../../src/trend/members/trend-member.ts';
import { CHANGE_WEEKS } from '../../src/trend/trend-series.ts';
import { baseOf } from '../../src/trend/relative-change.ts';
import { type PathErrors, changeOfTruth, pathErrors, type Truth } from './absolute-errors.ts';

/** Methods to compare with, by name. */
export type ReferenceLines = Readonly<Record<string, TrendMember>>;

/** What a series is forecast with. */
export interface Forecaster {
  readonly fit: TrendFit;
  readonly lines: ReferenceLines;
  /** Weeks before the origin that are told; the series is taken for one that began then. */
  readonly historyWeeks: number;
}

/** One series forecast from one week. */
export type Judgement =
  | { readonly status: 'left-out'; readonly reason: 'zero-base' | 'not-seen' }
  | {
    readonly status: 'judged';
    readonly errors: Readonly<Record<string, PathErrors>>;
    readonly truth: TrendClass;
    readonly said: TrendClass | 'uncertain';
    readonly changeCovered: Readonly<Record<'80' | '95', boolean>>;
    /** Share of the weeks inside. */
    readonly pathCovered: Readonly<Record<'80' | '95', number>>;
  };

/** Forecasts `horizonWeeks` after `origin` weeks of a series, knowing nothing later, and compares with what came. */
export function judgeOrigin(forecaster: Forecaster, series: TrendSeries, origin: number, horizonWeeks: number): Judgement {
  const from = Math.max(0, origin - forecaster.historyWeeks);
  const known = { ...series, firstWeek: series.firstWeek + from, values: series.values.slice(from, origin) };
  const truth: Truth = series.values.slice(origin, origin + horizonWeeks);
  const forecast = forecastTrend(forecaster.fit, known, horizonWeeks);
  if (forecast.status === 'unavailable' || truth.slice(0, CHANGE_WEEKS).includes(null)) return { status: 'left-out', reason: 'not-seen' };
  if (forecast.status === 'no-base') return { status: 'left-out', reason: 'zero-base' };
  return judge(forecaster, known, truth, forecast);
}

function judge({ fit, lines }: Forecaster, known: TrendSeries, truth: Truth, forecast: TrendForecast & { readonly status: 'forecast' }): Judgement {
  const { values, skipped } = fillGaps(known.values);
  const base = baseOf(values);
  const references = fit.references.filter(({ id }) => id !== known.id);
  const firstWeek = known.firstWeek + skipped;
  const { members } = forecastMembers(values, firstWeek, truth.length, { ridge: fit.ridge, references });
  const history = extendHistory(values, firstWeek, references);
  const change = changeOfTruth(truth, base);
  return {
    status: 'judged', truth: classOfChange(change), said: forecast.change.class,
    errors: {
      ensemble: pathErrors(forecast.path.map(({ value }) => value), truth, base),
      seasonalNaive: pathErrors(forecast.path.map(({ baseline }) => baseline), truth, base),
      ...Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, pathErrors(line(history, truth.length), truth, base)])),
      // The ridge answers 13 weeks: at longer horizons it has no path of its own to compare.
      ...Object.fromEntries(Object.entries(members).flatMap(([name, path]) => (path.length < truth.length ? [] : [[name, pathErrors(path, truth, base)]]))),
    },
    changeCovered: { 80: inside(change, forecast.change.interval80), 95: inside(change, forecast.change.interval95) },
    pathCovered: { 80: shareInside(forecast, truth, 'interval80'), 95: shareInside(forecast, truth, 'interval95') },
  };
}

const inside = (value: number, { low, high }: { readonly low: number; readonly high: number }): boolean => value >= low && value <= high;

function shareInside({ path }: TrendForecast & { readonly status: 'forecast' }, truth: Truth, name: 'interval80' | 'interval95'): number {
  const seen = path.flatMap((week, h) => {
    const value = truth[h] ?? null;
    return value === null ? [] : [inside(value, week[name])];
  });
  return seen.filter(Boolean).length / seen.length;
}
