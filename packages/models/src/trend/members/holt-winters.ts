import { meanOf, tabulate } from '../numbers.ts';
import { type TakeScratch, createScratch } from '../scratch.ts';
import { softChoice } from '../soft-choice.ts';
import { SEASON_WEEKS } from '../trend-series.ts';
import type { TrendMember } from './trend-member.ts';

const ALPHAS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7];
const GAMMAS = [0.05, 0.15, 0.3, 0.5];
const GRID = ALPHAS.flatMap((alpha) => GAMMAS.map((gamma) => ({ alpha, gamma })));
const SETTINGS = GRID.length;
const ALPHA_OF = Float64Array.from(GRID, ({ alpha }) => alpha);
const GAMMA_OF = Float64Array.from(GRID, ({ gamma }) => gamma);

const beginScratch = createScratch();

interface Start {
  readonly level: number;
  readonly season: Float64Array;
}

/** What every setting of the grid has smoothed to, side by side. */
interface Smoothed {
  readonly levels: Float64Array;
  /** By week of the season, then by setting. */
  readonly seasons: Float64Array;
  readonly errors: Float64Array;
}

/**
 * Holt-Winters with additive seasons and no trend, settings by their one-step error. On square roots: between additive and
 * multiplicative seasons, which blow up near 0, and on HERMES to the end of 2018 better than both.
 */
export const holtWinters: TrendMember = (history, horizonWeeks) => {
  const take = beginScratch();
  const roots = rootsOf(history, take);
  const { errors, levels, seasons } = smoothAll(roots, startOf(roots, take), take);
  const weights = softChoice(errors);
  return tabulate(horizonWeeks, (i) => {
    const row = ((history.length + i) % SEASON_WEEKS) * SETTINGS;
    let root = 0;
    for (let k = 0; k < SETTINGS; k += 1) root += (weights[k] as number) * ((levels[k] as number) + (seasons[row + k] as number));
    return Math.max(0, root) ** 2;
  });
};

function rootsOf(history: ArrayLike<number>, take: TakeScratch): Float64Array {
  const roots = take(history.length);
  for (let t = 0; t < roots.length; t += 1) roots[t] = Math.sqrt(history[t] as number);
  return roots;
}

/**
 * The first year's deviations from the line through the first two years: what a tag grows or shrinks by within a year is no
 * season. Where less is left at the end than there was at the start, the seasons start as much smaller: they are forgotten
 * too slowly (a tag that falls to 0.4 a year was said to rise by 250 %).
 */
function startOf(roots: Float64Array, take: TakeScratch): Start {
  const first = meanOf(roots, 0, SEASON_WEEKS);
  const slope = (meanOf(roots, SEASON_WEEKS, 2 * SEASON_WEEKS) - first) / SEASON_WEEKS;
  const left = first > 0 ? Math.min(1, meanOf(roots, roots.length - SEASON_WEEKS) / first) : 1;
  const season = take(SEASON_WEEKS);
  for (let week = 0; week < SEASON_WEEKS; week += 1) season[week] = left * ((roots[week] as number) - first - slope * (week - (SEASON_WEEKS - 1) / 2));
  return { level: first + (slope * SEASON_WEEKS) / 2, season };
}

/** A week at a time for all settings: each waits for its own last week only, and none for another. */
function smoothAll(roots: Float64Array, start: Start, take: TakeScratch): Smoothed {
  const levels = take(SETTINGS).fill(start.level);
  const errors = take(SETTINGS);
  const seasons = take(SEASON_WEEKS * SETTINGS);
  for (let week = 0; week < SEASON_WEEKS; week += 1) seasons.fill(start.season[week] as number, week * SETTINGS, (week + 1) * SETTINGS);
  for (let t = SEASON_WEEKS; t < roots.length; t += 1) {
    const root = roots[t] as number;
    const row = (t % SEASON_WEEKS) * SETTINGS;
    for (let k = 0; k < SETTINGS; k += 1) {
      const level = levels[k] as number;
      const old = seasons[row + k] as number;
      const gap = root - level - old;
      const next = level + (ALPHA_OF[k] as number) * (root - old - level);
      errors[k] = (errors[k] as number) + Math.abs(gap);
      levels[k] = next;
      seasons[row + k] = old + (GAMMA_OF[k] as number) * (root - next - old);
    }
  }
  return { levels, seasons, errors };
}
