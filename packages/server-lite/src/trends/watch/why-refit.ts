import type { TrendFitReason } from '@vua/models/contracts';
import type { TrendVersion } from '../fits/trend-version.ts';
import { type JudgedForecast, accuracyOf } from './accuracy.ts';

export interface RefitRules {
  /** Mean absolute error above which a new fit is made. @default 0.15 */
  readonly mostMae: number;
  /** How much the mean squared error may grow from one window to the next. @default 0.15 */
  readonly mostGrowth: number;
  /** Weeks of origins in a window. @default 8 */
  readonly windowWeeks: number;
}

export const REFIT_RULES: RefitRules = { mostMae: 0.15, mostGrowth: 0.15, windowWeeks: 8 };

const DAY_MS = 86_400_000;
/** As many times the series that the newest fit was made from. */
const MUCH_MORE = 1.5;
/** Fewer judged forecasts than these tell nothing. */
const LEAST_JUDGED = 20;

export interface RefitState {
  /** The newest first, rejected ones among them. */
  readonly versions: readonly TrendVersion[];
  readonly judged: readonly JudgedForecast[];
  /** Tags of all sources, each for itself. */
  readonly series: number;
  /** Of all of them. */
  readonly seriesSha256: string;
  readonly nowMs: number;
}

/**
 * Why a new fit is due; undefined while none is. After an attempt, also one that was rejected, there is none for a day, unless a history was loaded that nothing was learned from;
 * of series that were learned from already there is none at all, it would be the same.
 */
export function whyRefit({ versions, judged, nowMs, series, seriesSha256 }: RefitState, { mostMae, mostGrowth, windowWeeks }: RefitRules = REFIT_RULES): TrendFitReason | undefined {
  const tried = versions.filter(isTried);
  const newest = tried[0];
  if (newest === undefined || !versions.some(({ status }) => status === 'active')) return 'first';
  if (tried.some((version) => version.seriesSha256 === seriesSha256)) return undefined;
  if (series >= MUCH_MORE * newest.report.series) return 'more-series';
  const ageMs = nowMs - newest.madeMs;
  // Made before the clock was set back, it would else be young for ever.
  if (ageMs < 0) return 'weekly';
  if (ageMs < DAY_MS) return undefined;
  const last = judged.reduce((latest, { originWeek }) => Math.max(latest, originWeek), -Infinity);
  const window = (from: number, to: number): readonly JudgedForecast[] => judged.filter(({ originWeek }) => originWeek > last - from && originWeek <= last - to);
  const [recent, before] = [window(windowWeeks, 0), window(2 * windowWeeks, windowWeeks)];
  if (recent.length >= LEAST_JUDGED) {
    const now = accuracyOf(recent);
    if (now.mae > mostMae) return 'mean-error';
    if (before.length >= LEAST_JUDGED && now.meanSquaredError > (1 + mostGrowth) * accuracyOf(before).meanSquaredError) return 'squared-error';
  }
  return ageMs >= 7 * DAY_MS ? 'weekly' : undefined;
}

/** Whether it was learned, and decided about: not one that only follows what came true, or that a process left when it ended. */
const isTried = ({ reason, status }: TrendVersion): boolean => reason !== 'outcomes' && status !== 'candidate';
