import { tabulate } from '../numbers.ts';
import { SEASON_WEEKS } from '../trend-series.ts';
import type { TrendMember } from './trend-member.ts';

/** What was seen in the same week of last year: the line to beat. */
export const seasonalNaive: TrendMember = (history, horizonWeeks) =>
  tabulate(horizonWeeks, (h) => history[history.length - SEASON_WEEKS + (h % SEASON_WEEKS)] as number);
