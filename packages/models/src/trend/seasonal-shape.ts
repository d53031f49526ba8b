import { clamp, meanOf } from './numbers.ts';
import { type TakeScratch, createScratch } from './scratch.ts';
import { SEASON_WEEKS } from './trend-series.ts';

const SMOOTH_RADIUS = 2;
// A season seen y times is believed to y / (y + 0.25): 0.8 of what one year shows, 0.92 of three. Chosen on HERMES to the end of 2018.
const DOUBT_YEARS = 0.25;
const INDEX_RANGE = [0.05, 20] as const;
const HALF = SEASON_WEEKS / 2;
const beginScratch = createScratch();

/**
 * Multiplicative index of each week of the season, mean 1: values over their centred yearly mean, averaged over years.
 * Position 0 is the season's place of `values[0]`. Takes 104 weeks or more.
 */
export function seasonalShape(values: ArrayLike<number>): Float64Array {
  const take = beginScratch();
  const [sums, counts, before] = [take(SEASON_WEEKS), take(SEASON_WEEKS), sumsBefore(values, take)];
  for (let t = HALF; t + HALF < values.length + 1; t += 1) {
    const yearly = centredMean(values, before, t);
    if (!(yearly > 0)) continue;
    const place = t % SEASON_WEEKS;
    sums[place] = (sums[place] as number) + (values[t] as number) / yearly;
    counts[place] = (counts[place] as number) + 1;
  }
  const years = values.length / SEASON_WEEKS - 1;
  for (let i = 0; i < SEASON_WEEKS; i += 1) sums[i] = (counts[i] as number) > 0 ? (sums[i] as number) / (counts[i] as number) : 1;
  return normalize(sums, years / (years + DOUBT_YEARS));
}

/** Sum of the values before each place, and of all. */
function sumsBefore(values: ArrayLike<number>, take: TakeScratch): Float64Array {
  const before = take(values.length + 1);
  for (let t = 0; t < values.length; t += 1) before[t + 1] = (before[t] as number) + (values[t] as number);
  return before;
}

// 52 is even: the two ends of the 53 weeks count half.
function centredMean(values: ArrayLike<number>, before: Float64Array, t: number): number {
  const end = Math.min(t + HALF, values.length - 1);
  const inner = (before[t + HALF] as number) - (before[t - HALF + 1] as number);
  return (inner + ((values[t - HALF] as number) + (values[end] as number)) / 2) / SEASON_WEEKS;
}

function normalize(raw: Float64Array, belief: number): Float64Array {
  const shape = new Float64Array(SEASON_WEEKS);
  for (let i = 0; i < SEASON_WEEKS; i += 1) shape[i] = smoothedRound(raw, i);
  const mean = meanOf(shape) || 1;
  for (let i = 0; i < SEASON_WEEKS; i += 1) shape[i] = clamp(1 + belief * ((shape[i] as number) / mean - 1), ...INDEX_RANGE);
  return shape;
}

/** The week and its neighbours; the year is a ring. */
function smoothedRound(raw: Float64Array, at: number): number {
  let sum = 0;
  for (let k = at - SMOOTH_RADIUS + SEASON_WEEKS; k <= at + SMOOTH_RADIUS + SEASON_WEEKS; k += 1) sum += raw[k % SEASON_WEEKS] as number;
  return sum / (2 * SMOOTH_RADIUS + 1);
}
