import { fitTrends, MEMBER_NAMES, SEASON_WEEKS, type TrendSeries } from '../../src/trend/index.ts';
import { seasonalStep } from './absolute-errors.ts';
import { type Judgement, type ReferenceLines, judgeOrigin } from './judge-origins.ts';
import { type ClassFigures, summarizeClasses } from './summarize-classes.ts';
import { type MethodFigures, type SeriesErrors, summarizeMethod } from './summarize-method.ts';

const ORIGIN_STEP_WEEKS = 3;
const PROGRESS_STEP = 20;
/** A year that is reported, and two to learn from. */
export const LEAST_WEEKS = 3 * SEASON_WEEKS;

export interface TrendEvaluation {
  /** 13-52. */
  readonly horizonWeeks: number;
  /** Other methods to print beside, by name. @default none */
  readonly lines?: ReferenceLines;
  /** Series are dealt out to so many folds, and those of one are forecast by what was learned from the others; 1 learns from all. @default 1 */
  readonly folds?: number;
  /** Weeks of history that a forecast is told of its series, 4 or more; what was learned from the others stays. @default all */
  readonly historyWeeks?: number;
  readonly onProgress?: (text: string) => void;
}

export interface TrendReport {
  readonly horizon: number;
  readonly series: number;
  /** Weeks that were forecast from. */
  readonly origins: number;
  readonly folds: number;
  /** By name: ensemble, seasonalNaive, the lines beside, each member. One without a forecast of the whole horizon is left out. */
  readonly methods: Readonly<Record<string, MethodFigures>>;
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
export function evaluateTrends(series: readonly TrendSeries[], { horizonWeeks, lines = {}, folds = 1, historyWeeks = Infinity, onProgress = () => undefined }: TrendEvaluation): TrendReport {
  const length = series[0]?.values.length ?? 0;
  const start = length - SEASON_WEEKS;
  const origins = originsOf(start, length - horizonWeeks);
  const judged = Array.from({ length: folds }, (_, fold) => {
    const isHeld = (index: number): boolean => folds > 1 && index % folds === fold;
    const known = series.filter((_, index) => !isHeld(index)).map((one) => before(one, start));
    onProgress(`fitting ${known.length} series on ${start} weeks`);
    const fit = fitTrends(known);
    return series.flatMap((one, index) => {
      if (folds > 1 && !isHeld(index)) return [];
      if (index % PROGRESS_STEP === 0) onProgress(`forecasting series ${index + 1} of ${series.length} from ${weeksText(origins.length)}`);
      return [{ step: seasonalStep(before(one, start).values), judgements: origins.map((origin) => judgeOrigin({ fit, lines, historyWeeks }, one, origin, horizonWeeks)) }];
    });
  }).flat();
  return { horizon: horizonWeeks, series: series.length, origins: origins.length, folds, ...summarize(judged, Object.keys(lines)) };
}

const before = (series: TrendSeries, week: number): TrendSeries => ({ ...series, values: series.values.slice(0, week) });

export const weeksText = (count: number): string => (count === 1 ? 'one week' : `${count} weeks`);

function originsOf(first: number, last: number): number[] {
  return Array.from({ length: Math.floor((last - first) / ORIGIN_STEP_WEEKS) + 1 }, (_, i) => first + i * ORIGIN_STEP_WEEKS);
}

type Judged = Judgement & { readonly status: 'judged' };
const isJudged = (judgement: Judgement): judgement is Judged => judgement.status === 'judged';

function summarize(judged: readonly JudgedSeries[], lines: readonly string[]): Omit<TrendReport, 'horizon' | 'series' | 'origins' | 'folds'> {
  const all = judged.flatMap(({ judgements }) => judgements);
  const rows = all.filter(isJudged);
  const leftOut = (reason: 'zero-base' | 'not-seen'): number => all.filter((one) => one.status === 'left-out' && one.reason === reason).length;
  const mean = (of: (row: Judged) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  return {
    methods: Object.fromEntries(['ensemble', 'seasonalNaive', ...lines, ...MEMBER_NAMES].flatMap((name) => {
      const figures = summarizeMethod(judged.map((one) => errorsOf(one, name)));
      return figures === undefined ? [] : [[name, figures]];
    })),
    classes: summarizeClasses(rows),
    intervals: { 80: mean((row) => Number(row.changeCovered[80])), 95: mean((row) => Number(row.changeCovered[95])) },
    weeklyIntervals: { 80: mean((row) => row.pathCovered[80]), 95: mean((row) => row.pathCovered[95]) },
    leftOut: { zeroBase: leftOut('zero-base'), notSeen: leftOut('not-seen') },
  };
}

function errorsOf({ step, judgements }: JudgedSeries, name: string): SeriesErrors {
  return { step, errors: judgements.flatMap((judgement) => (judgement.status === 'judged' ? judgement.errors[name] ?? [] : [])) };
}
