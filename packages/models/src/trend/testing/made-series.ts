import { SEASON_WEEKS, type TrendSeries } from '../trend-series.ts';

export interface MadeSettings {
  readonly weeks: number;
  /** Growth of a year: 1.3 is 30 % more. */
  readonly yearlyGrowth: number;
  /** Highest deviation of a week, as a share. */
  readonly noise: number;
  /** Height of the season, as a share. */
  readonly season: number;
}

const FIRST_WEEK = 2348;
const LEVEL = 100;
const USUAL: MadeSettings = { weeks: 261, yearlyGrowth: 1, noise: 0.15, season: 0.4 };

/** A series that the project makes: season with its peak somewhere in spring, growth, noise. The same number gives the same series. */
export function madeSeries(number: number, settings: Partial<MadeSettings> = {}): TrendSeries {
  const { weeks, yearlyGrowth, noise, season } = { ...USUAL, ...settings };
  const peak = 13 + (number % 8);
  return {
    id: `made-${number}`, firstWeek: FIRST_WEEK,
    values: Array.from({ length: weeks }, (_, t) => {
      const seasonal = 1 + season * Math.cos((2 * Math.PI * (FIRST_WEEK + t - peak)) / SEASON_WEEKS);
      return LEVEL * yearlyGrowth ** (t / SEASON_WEEKS) * seasonal * (1 + noise * (2 * hashed(number * 1000 + t) - 1));
    }),
  };
}

/** A shop's worth of series, growing and shrinking by up to 40 % a year. */
export function madeShop(count: number, settings: Partial<MadeSettings> = {}): TrendSeries[] {
  return Array.from({ length: count }, (_, i) => madeSeries(i, { yearlyGrowth: 0.7 + 0.7 * hashed(i), ...settings }));
}

/** The same series counted: whole numbers as Poisson has them about `perWeek` at the start. */
export function madeCounts({ values, ...rest }: TrendSeries, perWeek: number): TrendSeries {
  return { ...rest, values: values.map((value, week) => poisson((perWeek * (value ?? 0)) / LEVEL, hashed(week * 1_000_003 + Math.round(1e4 * (value ?? 0))))) };
}

// By adding up chances until they pass `share`: means of a few hundred at most.
function poisson(mean: number, share: number): number {
  let chance = Math.exp(-mean);
  let count = 0;
  for (let sum = chance; sum < share && count < 10 * (mean + 10); sum += chance) {
    count += 1;
    chance *= mean / count;
  }
  return count;
}

// murmur3's last step: evenly spread over [0, 1).
function hashed(n: number): number {
  let mixed = Math.imul((n + 1) ^ ((n + 1) >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}
