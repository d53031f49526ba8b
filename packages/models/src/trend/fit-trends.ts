import { type SeasonReference, toReference } from './borrow-season.ts';
import { calibrateErrors } from './calibrate-errors.ts';
import { calibrationOrigins } from './calibration-origins.ts';
import { type HistoryOf, type Miss, missAt } from './collect-misses.ts';
import { MEMBER_WEEKS } from './extend-history.ts';
import { fillGaps } from './fill-gaps.ts';
import type { MemberKnowledge } from './forecast-members.ts';
import { fitPooledRidge } from './members/pooled-ridge.ts';
import { priorCalibration } from './prior-calibration.ts';
import { seasonalShape } from './seasonal-shape.ts';
import { SEASON_WEEKS, type TrendSeries } from './trend-series.ts';
import type { TrendFit } from './trend-fit.ts';

/** Series whose seasons are kept for borrowing; the first of the list. */
const MAX_REFERENCES = 200;
const CALIBRATION_STEP_WEEKS = 3;
/** Shorter histories are tried on fewer weeks: they answer once for a whole cohort. */
const COHORT_STEP_WEEKS = 13;
const COHORT_WEEKS = { oneYear: 65, nineMonths: 42, halfYear: 29, less: 13 } as const;

/** Learns from all series what forecasts need, and from their last year how far they miss. The same series give the same fit. */
export function fitTrends(series: readonly TrendSeries[]): TrendFit {
  const histories = series.map(toHistory);
  const before = histories.map(withoutLastYear);
  const knowledge = learn(histories);
  return {
    fittedToWeek: histories.reduce((latest, { firstWeek, values }) => Math.max(latest, firstWeek + values.length), 0),
    seriesCount: histories.filter(({ values }) => values.length > 0).length,
    ...knowledge,
    ...calibrate(histories, learn(before)),
  };
}

function toHistory({ id, firstWeek, values: raw }: TrendSeries): HistoryOf {
  const { values, skipped } = fillGaps(raw);
  return { id, firstWeek: firstWeek + skipped, values };
}

const withoutLastYear = (history: HistoryOf): HistoryOf => ({ ...history, values: history.values.slice(0, Math.max(0, history.values.length - SEASON_WEEKS)) });

function learn(histories: readonly HistoryOf[]): MemberKnowledge {
  return { ridge: fitPooledRidge(histories.map(({ values }) => values)) ?? null, references: referencesOf(histories) };
}

function referencesOf(histories: readonly HistoryOf[]): SeasonReference[] {
  return histories
    .filter(({ values }) => values.length >= MEMBER_WEEKS && values.some((value) => value > 0))
    .slice(0, MAX_REFERENCES)
    .map(({ id, firstWeek, values }) => toReference(id, seasonalShape(values), firstWeek));
}

function calibrate(histories: readonly HistoryOf[], knowledge: MemberKnowledge): Pick<TrendFit, 'calibration' | 'scales'> {
  const misses = (stepWeeks: number, historyWeeks: number, least: number): Miss[] =>
    histories.flatMap((history) => calibrationOrigins(history.values.length, stepWeeks, least).flatMap((end) => missAt(history, end, historyWeeks, knowledge) ?? []));
  const full = calibrateErrors(misses(CALIBRATION_STEP_WEEKS, Infinity, MEMBER_WEEKS), priorCalibration('twoYears'));
  const cut = (cohort: keyof typeof COHORT_WEEKS) =>
    calibrateErrors(misses(COHORT_STEP_WEEKS, COHORT_WEEKS[cohort], COHORT_WEEKS[cohort]), priorCalibration(cohort)).calibration;
  return { calibration: { twoYears: full.calibration, oneYear: cut('oneYear'), nineMonths: cut('nineMonths'), halfYear: cut('halfYear'), less: cut('less') }, scales: full.scales };
}
