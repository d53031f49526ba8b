import { meanOf, tabulate } from '../numbers.ts';
import { type TakeScratch, createScratch } from '../scratch.ts';
import { seasonalShape } from '../seasonal-shape.ts';
import { softChoice } from '../soft-choice.ts';
import { SEASON_WEEKS } from '../trend-series.ts';
import type { TrendMember } from './trend-member.ts';

const ALPHAS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const SLOPE_WEEKS = 104;
const SLOPE_SHARE = 0.5;
const beginScratch = createScratch();

/** Seasons divided out, level by exponential smoothing, half of the slope of the last two years. */
export const theta: TrendMember = (history, horizonWeeks) => {
  const shape = seasonalShape(history);
  const take = beginScratch();
  const level = withoutSeason(history, shape, take);
  const { ends, errors } = smoothAll(level, take);
  const weights = softChoice(errors);
  const start = ends.reduce((sum, end, k) => sum + end * (weights[k] as number), 0);
  const slope = SLOPE_SHARE * slopeOf(level, SLOPE_WEEKS);
  return tabulate(horizonWeeks, (i) =>
    Math.max(0, start + slope * (i + 1)) * (shape[(history.length + i) % SEASON_WEEKS] as number));
};

function withoutSeason(history: ArrayLike<number>, shape: Float64Array, take: TakeScratch): Float64Array {
  const level = take(history.length);
  for (let t = 0; t < level.length; t += 1) level[t] = (history[t] as number) / (shape[t % SEASON_WEEKS] as number);
  return level;
}

/** The level by each of the settings, a week at a time for all: each waits for its own last week only. */
function smoothAll(values: Float64Array, take: TakeScratch): { readonly ends: Float64Array; readonly errors: Float64Array } {
  const ends = take(ALPHAS.length).fill(meanOf(values, 0, 4));
  const errors = take(ALPHAS.length);
  for (let t = 0; t < values.length; t += 1) {
    const value = values[t] as number;
    for (let k = 0; k < ALPHAS.length; k += 1) {
      const gap = value - (ends[k] as number);
      errors[k] = (errors[k] as number) + Math.abs(gap);
      ends[k] = (ends[k] as number) + (ALPHAS[k] as number) * gap;
    }
  }
  return { ends, errors };
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
