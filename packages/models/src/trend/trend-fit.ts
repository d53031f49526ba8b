import type { SeasonReference } from './borrow-season.ts';
import type { RidgeWeights } from './members/pooled-ridge.ts';

/** How much history a series has; errors are calibrated apart for each. */
export const HISTORY_COHORTS = ['twoYears', 'oneYear', 'nineMonths', 'halfYear', 'less'] as const;
export type HistoryCohort = (typeof HISTORY_COHORTS)[number];

/** Factors on the intervals of 80 and 95 %. */
export interface IntervalWidening {
  readonly 80: number;
  readonly 95: number;
}

/** What a forecast missed by, in units of its scale. */
export interface ErrorCalibration {
  /** Typical |c - forecast| of the relative change. */
  readonly changeScale: number;
  /** Quantiles of (c - forecast) / scale at (k + 0.5) / length. */
  readonly changeQuantiles: readonly number[];
  /** Typical weekly miss over the mean of the last year. */
  readonly pathScale: number;
  /** For 1-13, 14-26, 27-39 and 40-52 weeks ahead: quantiles of (value - forecast) / scale. */
  readonly pathQuantiles: readonly (readonly number[])[];
  /** How much wider the intervals are than the quantiles say: `START_WIDENING` after a fit, what came true moves it (`recalibrate`). */
  readonly changeWidening: IntervalWidening;
  readonly pathWidening: IntervalWidening;
}

/** Quantiles of last year's misses under-cover the next year's slightly: 1.1 gives 0.80-0.86 for 80 % and 0.94-0.96 for 95 %. */
export const START_WIDENING = 1.1;
export const NO_OUTCOMES: Pick<ErrorCalibration, 'changeWidening' | 'pathWidening'> = {
  changeWidening: { 80: START_WIDENING, 95: START_WIDENING }, pathWidening: { 80: START_WIDENING, 95: START_WIDENING },
};

/** Typical misses of one series in the calibration year. */
export interface SeriesScale {
  readonly change: number;
  readonly path: number;
}

/** All that forecasting needs, as JSON. */
export interface TrendFit {
  /** The week after the latest that was learned from. */
  readonly fittedToWeek: number;
  readonly seriesCount: number;
  readonly ridge: RidgeWeights | null;
  readonly references: readonly SeasonReference[];
  readonly calibration: Readonly<Record<HistoryCohort, ErrorCalibration>>;
  /** By id of the series; those without use the cohort's. */
  readonly scales: Readonly<Record<string, SeriesScale>>;
}

export function cohortOf(weeks: number): HistoryCohort {
  if (weeks >= 104) return 'twoYears';
  if (weeks >= 52) return 'oneYear';
  if (weeks >= 39) return 'nineMonths';
  return weeks >= 26 ? 'halfYear' : 'less';
}
