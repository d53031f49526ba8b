import { CHANGE_WEEKS, SEASON_WEEKS } from './trend-series.ts';

/** Weeks of the last year to forecast from as a trial: numbers of known weeks, with `least` or more before and 13 behind. */
export function calibrationOrigins(weeks: number, stepWeeks: number, least: number): number[] {
  const origins: number[] = [];
  for (let end = weeks - SEASON_WEEKS; end + CHANGE_WEEKS <= weeks; end += stepWeeks) if (end >= least) origins.push(end);
  return origins;
}
