import type { MemberName } from './forecast-members.ts';

/** Above +0.15 rising, below -0.15 falling, else flat; `uncertain` where none is likely enough to be said. */
export const TREND_CLASSES = ['rising', 'flat', 'falling'] as const;
export type TrendClass = (typeof TREND_CLASSES)[number];

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** One week ahead, in the series' own unit, 0 or more. */
export interface PathWeek {
  readonly value: number;
  readonly interval80: Interval;
  readonly interval95: Interval;
  /** Seasonal naive: what was seen in the same week a year before. */
  readonly baseline: number;
}

/** c = mean(next 13 weeks) / mean(last 13 weeks) - 1, -1 or more. */
export interface ChangeForecast {
  readonly value: number;
  readonly interval80: Interval;
  readonly interval95: Interval;
  readonly baseline: number;
  readonly class: TrendClass | 'uncertain';
  /** Calibrated chances, sum 1. */
  readonly probabilities: Readonly<Record<TrendClass, number>>;
}

export interface DataQuality {
  readonly historyWeeks: number;
  /** Share of the weeks since the first seen one that were not seen, 0-1. */
  readonly missingShare: number;
  readonly zeroShare: number;
  /** `low` under 26 weeks, `reduced` under 52 or with a quarter missing. */
  readonly confidence: 'normal' | 'reduced' | 'low';
  readonly season: 'own' | 'borrowed';
}

/** Parts of the answer to tell why, as relative changes against the last 13 weeks. */
export interface TrendReasons {
  /** Mean of the last 13 weeks. */
  readonly level: number;
  /** What the season alone would bring. */
  readonly season: number;
  /** The last 8 weeks against the same a year before. */
  readonly momentum: number;
  /** What each member says. */
  readonly members: Readonly<Partial<Record<MemberName, number>>>;
}

interface Answer {
  readonly path: readonly PathWeek[];
  /** How far such forecasts are missed on average: the change, and a week in the series' own unit. What misses are measured by afterwards. */
  readonly typicalMiss: { readonly change: number; readonly week: number };
  readonly quality: DataQuality;
}

export type TrendForecast =
  | (Answer & { readonly status: 'forecast'; readonly change: ChangeForecast; readonly reasons: TrendReasons })
  /** Nothing was seen in the last 13 weeks: there is a path, but no change against 0. */
  | (Answer & { readonly status: 'no-base' })
  | { readonly status: 'unavailable'; readonly reason: 'history-too-short' | 'horizon-out-of-range' };
