import { fitTrends, SEASON_WEEKS, type TrendSeries } from '../../src/trend/index.ts';
import { seasonalStep } from './absolute-errors.ts';
import { type Judgement, type MethodName, judgeOrigin } from './judge-origins.ts';
import { type ClassFigures, summarizeClasses } from './summarize-classes.ts';
import { type MethodFigures, type SeriesErrors, summarizeMethod } from './summarize-method.ts';

export const METHOD_NAMES: readonly MethodName[] = ['ensemble', 'seasonalNaive', 'dampedSeasonalNaive', 'theta', 'holtWinters', 'pooledRidge'];
const ORIGIN_STEP_WEEKS = 3;
/** A year that is reported, and two to learn from. */
export const LEAST_WEEKS = 3 * SEASON_WEEKS;

export interface TrendReport {
  readonly horizon: number;
  readonly series: number;
  /** Weeks that were forecast from. */
  readonly origins: number;
  readonly methods: Readonly<Partial<Record<MethodName, MethodFigures>>>;
  readonly classes: ClassFigures;
  /** Share of relative changes inside. */
  readonly intervals: Readonly<Record<'80' | '95', number>>;
  /** Share of single weeks inside. */
  readonly weeklyIntervals: Readonly<Record<'80' | '95', number>>;
  /** Forecasts that could not be judged. */
  readonly leftOut: { readonly zeroBase: number; readonly notSeen: number };
}

interface JudgedSeries {
  readonly step: number;
  readonly judgements: readonly Judgement[];
}

/** Learns from all but the last year, once, and forecasts that year from every third week on. All series end in the same week. */
export function evaluateTrends(series: readonly TrendSeries[], horizonWeeks: number, onProgress: (text: string) => void): TrendReport {
  const length = series[0]?.values.length ?? 0;
  const start = length - SEASON_WEEKS;
  const train = series.map((one) => ({ ...one, values: one.values.slice(0, start) }));
  onProgress(`fitting ${series.length} series on ${start} weeks`);
  const fit = fitTrends(train);
  const origins = originsOf(start, length - horizonWeeks);
  const judged = series.map((one, i) => {
    if (i % 20 === 0) onProgress(`forecasting series ${i + 1} of ${series.length} from ${origins.length} weeks`);
    return { step: seasonalStep(train[i]?.values ?? []), judgements: origins.map((origin) => judgeOrigin(fit, one, origin, horizonWeeks)) };
  });
  return summarize(judged, horizonWeeks, origins.length);
}

function originsOf(first: number, last: number): number[] {
  return Array.from({ length: Math.floor((last - first) / ORIGIN_STEP_WEEKS) + 1 }, (_, i) => first + i * ORIGIN_STEP_WEEKS);
}

type Judged = Judgement & { readonly status: 'judged' };
const isJudged = (judgement: Judgement): judgement is Judged => judgement.status === 'judged';

function summarize(judged: readonly JudgedSeries[], horizon: number, origins: number): TrendReport {
  const all = judged.flatMap(({ judgements }) => judgements);
  const rows = all.filter(isJudged);
  const leftOut = (reason: 'zero-base' | 'not-seen'): number => all.filter((one) => one.status === 'left-out' && one.reason === reason).length;
  const mean = (of: (row: Judged) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  return {
    horizon, series: judged.length, origins,
    methods: Object.fromEntries(METHOD_NAMES.flatMap((name) => {
      const figures = summarizeMethod(judged.map((one) => errorsOf(one, name)));
      return figures === undefined ? [] : [[name, figures]];
    })),
    classes: summarizeClasses(rows),
    intervals: { 80: mean((row) => Number(row.changeCovered[80])), 95: mean((row) => Number(row.changeCovered[95])) },
    weeklyIntervals: { 80: mean((row) => row.pathCovered[80]), 95: mean((row) => row.pathCovered[95]) },
    leftOut: { zeroBase: leftOut('zero-base'), notSeen: leftOut('not-seen') },
  };
}

function errorsOf({ step, judgements }: JudgedSeries, name: MethodName): SeriesErrors {
  return { step, errors: judgements.flatMap((judgement) => (judgement.status === 'judged' ? judgement.errors[name] ?? [] : [])) };
}
