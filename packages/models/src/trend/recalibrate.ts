import { missRange } from './intervals-around.ts';
import { clamp } from './numbers.ts';
import { CHANGE_WEEKS } from './trend-series.ts';
import { type ErrorCalibration, type IntervalWidening, type TrendFit, cohortOf } from './trend-fit.ts';
import type { TrendOutcome } from './trend-outcome.ts';

/** How much one change outside of its interval widens; a single week counts a thirteenth, as it comes with twelve others. */
const STEP = 0.01;
const RANGE = [0.2, 10] as const;

/**
 * A fit whose intervals follow what came true, the oldest outcome first: one outside widens those of its cohort by
 * exp(step x share inside), one inside narrows them by exp(step x share outside). Whatever comes, the share inside tends to
 * the nominal one: after T outcomes it is off by no more than ln(10 / 0.2) / (step x T), unless a bound of the range is
 * reached (online conformal prediction, Gibbs and Candes 2021, on the logarithm of the width). Each outcome is judged by the
 * intervals of this moment, not by those it was told with, so that it does not matter that it comes weeks late.
 */
export function recalibrate(fit: TrendFit, outcomes: readonly TrendOutcome[]): TrendFit {
  const calibration = { ...fit.calibration };
  for (const outcome of outcomes) {
    const cohort = cohortOf(outcome.historyWeeks);
    calibration[cohort] = learnOutcome(calibration[cohort], outcome);
  }
  return { ...fit, calibration };
}

function learnOutcome(calibration: ErrorCalibration, { of, miss }: TrendOutcome): ErrorCalibration {
  if (!Number.isFinite(miss)) return calibration;
  if (of === 'change') return { ...calibration, changeWidening: widened(calibration.changeWidening, calibration.changeQuantiles, miss, STEP) };
  const quantiles = calibration.pathQuantiles[Math.floor((of - 1) / CHANGE_WEEKS)] ?? [];
  return { ...calibration, pathWidening: widened(calibration.pathWidening, quantiles, miss, STEP / CHANGE_WEEKS) };
}

function widened(widening: IntervalWidening, quantiles: readonly number[], miss: number, step: number): IntervalWidening {
  const moved = (percent: 80 | 95): number => {
    const { low, high } = missRange(quantiles, widening, percent);
    const isOutside = miss < low || miss > high;
    return clamp(widening[percent] * Math.exp(step * (Number(isOutside) - (1 - percent / 100))), ...RANGE);
  };
  return { 80: moved(80), 95: moved(95) };
}
