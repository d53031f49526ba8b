import { meanOf, tabulate } from '../numbers.ts';
import { seasonalShape } from '../seasonal-shape.ts';
import { softChoice } from '../soft-choice.ts';
import { SEASON_WEEKS } from '../trend-series.ts';
import type { TrendMember } from './trend-member.ts';

const ALPHAS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const SLOPE_WEEKS = 104;
const SLOPE_SHARE = 0.5;

/** Seasons divided out, level by exponential smoothing, half of the slope of the last two years. */
export const theta: TrendMember = (history, horizonWeeks) => {
  const shape = seasonalShape(history);
  const level = history.map((value, t) => value / (shape[t % SEASON_WEEKS] as number));
  const smooth = ALPHAS.map((alpha) => smoothLevel(level, alpha));
  const weights = softChoice(smooth.map(({ error }) => error));
  const start = smooth.reduce((sum, { end }, i) => sum + end * (weights[i] as number), 0);
  const slope = SLOPE_SHARE * slopeOf(level, SLOPE_WEEKS);
  return tabulate(horizonWeeks, (i) =>
    Math.max(0, start + slope * (i + 1)) * (shape[(history.length + i) % SEASON_WEEKS] as number));
};

function smoothLevel(values: Float64Array, alpha: number): { readonly end: number; readonly error: number } {
  let level = meanOf(values, 0, 4);
  let error = 0;
  for (let t = 0; t < values.length; t += 1) {
    const value = values[t] as number;
    error += Math.abs(value - level);
    level += alpha * (value - level);
  }
  return { end: level, error };
}

function slopeOf(values: Float64Array, weeks: number): number {
  const from = Math.max(0, values.length - weeks);
  const centre = (from + values.length - 1) / 2;
  let over = 0;
  let under = 0;
  for (let t = from; t < values.length; t += 1) {
    over += (t - centre) * (values[t] as number);
    under += (t - centre) ** 2;
  }
  return under > 0 ? over / under : 0;
}
