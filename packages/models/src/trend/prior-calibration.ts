import { type ErrorCalibration, type HistoryCohort, NO_OUTCOMES } from './trend-fit.ts';

/** Mean |c - forecast| on HERMES by weeks of history (104, 65, 39, 26, 13): what is assumed until there are misses to learn from. */
const CHANGE_ERROR: Readonly<Record<HistoryCohort, number>> = { twoYears: 0.127, oneYear: 0.155, nineMonths: 0.2, halfYear: 0.28, less: 0.32 };
const WEEKLY_OVER_CHANGE = 1.6;
const POINTS = 39;
const BANDS = 4;
// Misses have a longer tail than a normal's: a Laplace of mean size 1.
const LAPLACE = Array.from({ length: POINTS }, (_, k) => {
  const share = (k + 0.5) / POINTS;
  return share < 0.5 ? Math.log(2 * share) : -Math.log(2 - 2 * share);
});

export function priorCalibration(cohort: HistoryCohort): ErrorCalibration {
  const changeScale = CHANGE_ERROR[cohort];
  return {
    changeScale, changeQuantiles: LAPLACE,
    pathScale: changeScale * WEEKLY_OVER_CHANGE, pathQuantiles: Array.from({ length: BANDS }, () => LAPLACE),
    ...NO_OUTCOMES,
  };
}
