import { meanOf, tabulate } from '../numbers.ts';
import { softChoice } from '../soft-choice.ts';
import { SEASON_WEEKS } from '../trend-series.ts';
import type { TrendMember } from './trend-member.ts';

const ALPHAS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7];
const GAMMAS = [0.05, 0.15, 0.3, 0.5];
const GRID = ALPHAS.flatMap((alpha) => GAMMAS.map((gamma) => ({ alpha, gamma })));

interface Start {
  readonly level: number;
  readonly season: Float64Array;
}

interface Smoothed extends Start {
  readonly error: number;
}

/**
 * Holt-Winters with additive seasons and no trend, settings by their one-step error. On square roots: between additive and
 * multiplicative seasons, which blow up near 0, and on HERMES to the end of 2018 better than both.
 */
export const holtWinters: TrendMember = (history, horizonWeeks) => {
  const roots = history.map(Math.sqrt);
  const start = startOf(roots);
  const tried = GRID.map(({ alpha, gamma }) => smooth(roots, start, alpha, gamma));
  const weights = softChoice(tried.map(({ error }) => error));
  return tabulate(horizonWeeks, (i) => {
    const place = (history.length + i) % SEASON_WEEKS;
    let root = 0;
    tried.forEach(({ level, season }, k) => { root += (weights[k] as number) * (level + (season[place] as number)); });
    return Math.max(0, root) ** 2;
  });
};

/**
 * The first year's deviations from the line through the first two years: what a tag grows or shrinks by within a year is no
 * season. Where less is left at the end than there was at the start, the seasons start as much smaller: they are forgotten
 * too slowly (a tag that falls to 0.4 a year was said to rise by 250 %).
 */
function startOf(roots: Float64Array): Start {
  const first = meanOf(roots, 0, SEASON_WEEKS);
  const slope = (meanOf(roots, SEASON_WEEKS, 2 * SEASON_WEEKS) - first) / SEASON_WEEKS;
  const left = first > 0 ? Math.min(1, meanOf(roots, roots.length - SEASON_WEEKS) / first) : 1;
  const season = roots.slice(0, SEASON_WEEKS).map((root, week) => left * (root - first - slope * (week - (SEASON_WEEKS - 1) / 2)));
  return { level: first + (slope * SEASON_WEEKS) / 2, season };
}

function smooth(roots: Float64Array, start: Start, alpha: number, gamma: number): Smoothed {
  const season = start.season.slice();
  let level = start.level;
  let error = 0;
  for (let t = SEASON_WEEKS; t < roots.length; t += 1) {
    const place = t % SEASON_WEEKS;
    const root = roots[t] as number;
    const old = season[place] as number;
    error += Math.abs(root - level - old);
    level += alpha * (root - old - level);
    season[place] = old + gamma * (root - level - old);
  }
  return { level, season, error };
}
