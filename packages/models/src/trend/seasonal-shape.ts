import { clamp, meanOf, modulo } from './numbers.ts';
import { SEASON_WEEKS } from './trend-series.ts';

const SMOOTH_RADIUS = 2;
// A season seen y times is believed to y / (y + 0.25): 0.8 of what one year shows, 0.92 of three. Chosen on HERMES to the end of 2018.
const DOUBT_YEARS = 0.25;
const INDEX_RANGE = [0.05, 20] as const;
const HALF = SEASON_WEEKS / 2;

/**
 * Multiplicative index of each week of the season, mean 1: values over their centred yearly mean, averaged over years.
 * Position 0 is the season's place of `values[0]`. Takes 104 weeks or more.
 */
export function seasonalShape(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(SEASON_WEEKS);
  const counts = new Float64Array(SEASON_WEEKS);
  for (let t = HALF; t + HALF < values.length + 1; t += 1) {
    const yearly = centredMean(values, t);
    if (!(yearly > 0)) continue;
    const place = t % SEASON_WEEKS;
    sums[place] = (sums[place] as number) + (values[t] as number) / yearly;
    counts[place] = (counts[place] as number) + 1;
  }
  const years = values.length / SEASON_WEEKS - 1;
  return normalize(sums.map((sum, i) => ((counts[i] as number) > 0 ? sum / (counts[i] as number) : 1)), years / (years + DOUBT_YEARS));
}

// 52 is even: the two ends of the 53 weeks count half.
function centredMean(values: ArrayLike<number>, t: number): number {
  const end = Math.min(t + HALF, values.length - 1);
  const inner = meanOf(values, t - HALF + 1, t + HALF) * (SEASON_WEEKS - 1);
  return (inner + ((values[t - HALF] as number) + (values[end] as number)) / 2) / SEASON_WEEKS;
}

function normalize(raw: Float64Array, belief: number): Float64Array {
  const smooth = raw.map((_, i) => {
    let sum = 0;
    for (let k = -SMOOTH_RADIUS; k <= SMOOTH_RADIUS; k += 1) sum += raw[modulo(i + k, SEASON_WEEKS)] as number;
    return sum / (2 * SMOOTH_RADIUS + 1);
  });
  const mean = meanOf(smooth) || 1;
  return smooth.map((value) => clamp(1 + belief * (value / mean - 1), ...INDEX_RANGE));
}
