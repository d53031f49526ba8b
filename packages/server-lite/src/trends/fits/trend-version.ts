import type { TrendFitReason, TrendFitVersion } from '@vua/models/contracts';
import type { TrendFit } from '@vua/models/trend';

/** The back-test of a new fit against the one that was live; MAE of the relative change. */
export interface FitReport {
  readonly series: number;
  /** Series x weeks that were judged; after `outcomes`, forecasts that came true. */
  readonly judged: number;
  /** Null: nothing was judged. */
  readonly maeNew: number | null;
  /** Null: nothing was live. */
  readonly maeLive: number | null;
  readonly maeBaseline: number | null;
}

/** A version of the forecast, without what it learned. */
export interface TrendVersion extends Readonly<Omit<TrendFitVersion, 'report'>> {
  readonly report: FitReport;
  /** Of the series that it was learned from, lower-case hexadecimal. */
  readonly seriesSha256: string;
}

export interface LearnedTrends {
  readonly fit: TrendFit;
  /** The same, learned without the half-year before it was made: what a later fit is compared with, on weeks that neither has seen. */
  readonly shadow: TrendFit;
}

export type LiveTrends = TrendVersion & LearnedTrends;

export interface NewTrends extends Pick<TrendVersion, 'madeMs' | 'report' | 'seriesSha256'>, LearnedTrends {
  readonly reason: TrendFitReason;
  /** Whether it beats what is live. */
  readonly goesLive: boolean;
  /** The version that it was compared with, or made from: it takes the place of no other. Null: none was live, and it goes live only where none is. */
  readonly replaces: string | null;
}
