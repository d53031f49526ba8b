import type { TrendWeeks } from '@vua/models/contracts';
import { niceTicks } from './nice-ticks.ts';

type PastForecast = TrendWeeks['forecasts'][number];

/** A forecast that was made, and its heights, 0-1 from the bottom. */
export interface PastMark {
  readonly forecast: PastForecast;
  readonly x: number;
  readonly told: number;
  readonly low: number;
  readonly high: number;
  /** Undefined until its weeks are over. */
  readonly came: number | undefined;
}

export interface PastChart {
  readonly marks: readonly PastMark[];
  /** Relative changes, ascending, evenly far apart. */
  readonly ticks: readonly number[];
  /** Height of no change. */
  readonly zero: number;
}

const SHOWN = 26;
const TICKS = 4;
/** What changed fivefold says enough at the edge of the chart. */
const MOST_CHANGE = 4;

/** Forecasts beside what came true, by the week they were made from. */
export function pastChart(forecasts: TrendWeeks['forecasts']): PastChart {
  const shown = forecasts.slice(-SHOWN);
  const changes = shown.flatMap(({ change, low80, high80, actual }) => [change, low80, high80, actual ?? change]).map((change) => Math.min(change, MOST_CHANGE));
  const ticks = niceTicks(Math.min(-0.15, ...changes), Math.max(0.15, ...changes), TICKS);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const heightOf = (change: number): number => (Math.min(change, high) - low) / (high - low);
  return {
    ticks, zero: heightOf(0),
    marks: shown.map((forecast, k) => ({
      forecast, x: (k + 0.5) / shown.length, told: heightOf(forecast.change), low: heightOf(forecast.low80), high: heightOf(forecast.high80),
      came: forecast.actual === null ? undefined : heightOf(forecast.actual),
    })),
  };
}
