import type { TrendFit } from '@vua/models/trend';

/** Why a fit was made. */
export const FIT_REASONS = ['first', 'more-series', 'weekly', 'mean-error', 'squared-error'] as const;
export type FitReason = (typeof FIT_REASONS)[number];

/** The back-test of a new fit against the one that was live; MAE of the relative change. */
export interface FitReport {
  readonly series: number;
  /** Series x weeks that were judged. */
  readonly judged: number;
  readonly maeNew: number | null;
  /** Null: nothing was live. */
  readonly maeLive: number | null;
  readonly maeBaseline: number | null;
}

/** `kept`: was live, and can be again; `refused`: did not beat the live one. */
export type FitStatus = 'live' | 'kept' | 'refused';

/** A version, without what it learned. */
export interface FitRecord {
  /** From 1. */
  readonly version: number;
  /** UTC milliseconds. */
  readonly madeMs: number;
  /** When its intervals were last moved to what came true, UTC milliseconds; `madeMs` before the first time. */
  readonly adjustedMs: number;
  readonly status: FitStatus;
  readonly reason: FitReason;
  readonly report: FitReport;
}

export interface LiveFit {
  readonly version: number;
  readonly madeMs: number;
  readonly adjustedMs: number;
  readonly fit: TrendFit;
  /** The same, learned without the half-year before it was made: what a later fit is compared with, on weeks that neither has seen. */
  readonly shadow: TrendFit;
}
