import { scaleOf } from './calibrate-errors.ts';
import { calibrationOrigins } from './calibration-origins.ts';
import { type HistoryOf, missAt } from './collect-misses.ts';
import { MEMBER_WEEKS } from './extend-history.ts';
import type { MemberKnowledge } from './forecast-members.ts';
import type { ErrorCalibration, SeriesScale } from './trend-fit.ts';

// Twice as far apart as in the fit: seven trial forecasts of a series cost eight times one forecast.
const STEP_WEEKS = 6;

/** How far a series that was not in the fit is missed: forecasts of its own last year, of what little there is the cohort's. */
export function ownScale(history: HistoryOf, knowledge: MemberKnowledge, { changeScale, pathScale }: ErrorCalibration): SeriesScale {
  const misses = calibrationOrigins(history.values.length, STEP_WEEKS, MEMBER_WEEKS).flatMap((end) => missAt(history, end, Infinity, knowledge) ?? []);
  return scaleOf(misses, changeScale, pathScale);
}
