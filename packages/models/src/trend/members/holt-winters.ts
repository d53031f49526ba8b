import { meanOf } from '../numbers.ts';
import { softChoice } from '../soft-choice.ts';
import { SEASON_WEEKS } from '../trend-series.ts';
import type { TrendMember } from './trend-member.ts';

const ALPHAS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7];
const GAMMAS = [0.05, 0.15, 0.3, 0.5];
const GRID = ALPHAS.flatMap((alpha) => GAMMAS.map((gamma) => ({ alpha, gamma })));

interface Smoothed {
  readonly level: number;
  readonly season: Float64Array;
  readonly error: number;
}

/** Holt-Winters with additive seasons and no trend, settings by their one-step error. */
export const holtWinters: TrendMember = (history, horizonWeeks) => {
  const tried = GRID.map(({ alpha, gamma }) => smooth(history, alpha, gamma));
  const weights = softChoice(tried.map(({ error }) => error));
  return Float64Array.from({ length: horizonWeeks }, (_, i) => {
    const place = (history.length + i) % SEASON_WEEKS;
    return tried.reduce((sum, { level, season }, k) => sum + (weights[k] as number) * (level + (season[place] as number)), 0);
  });
};

function smooth(history: Float64Array, alpha: number, gamma: number): Smoothed {
  let level = meanOf(history, 0, SEASON_WEEKS);
  const season = history.slice(0, SEASON_WEEKS).map((value) => value - level);
  let error = 0;
  for (let t = SEASON_WEEKS; t < history.length; t += 1) {
    const place = t % SEASON_WEEKS;
    const value = history[t] as number;
    const old = season[place] as number;
    error += Math.abs(value - level - old);
    level += alpha * (value - old - level);
    season[place] = old + gamma * (value - level - old);
  }
  return { level, season, error };
}
