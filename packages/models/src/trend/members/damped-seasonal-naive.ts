import { clamp, meanOf, smoothedAt, tabulate } from '../numbers.ts';
import { SEASON_WEEKS } from '../trend-series.ts';
import type { TrendMember } from './trend-member.ts';

const LEVEL_WEEKS = 8;
const STRENGTH = 0.6;
const DAMPING = 0.97;
const RATIO_RANGE = [0.05, 20] as const;

/** Last year's smoothed week, times how the level of the last weeks stands to a year before, less so the further ahead. */
export const dampedSeasonalNaive: TrendMember = (history, horizonWeeks) => {
  const end = history.length;
  // A share of the yearly mean on both sides: a level near 0 a year before must not make the ratio explode.
  const floor = 0.01 * meanOf(history, end - SEASON_WEEKS, end);
  const now = meanOf(history, end - LEVEL_WEEKS, end) + floor;
  const before = meanOf(history, end - SEASON_WEEKS - LEVEL_WEEKS, end - SEASON_WEEKS) + floor;
  const ratio = before > 0 ? clamp(now / before, ...RATIO_RANGE) : 1;
  return tabulate(horizonWeeks, (i) =>
    smoothedAt(history, end - SEASON_WEEKS + i, 1) * ratio ** (STRENGTH * DAMPING ** (i + 1)));
};
