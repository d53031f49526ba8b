import { classOfChange } from '@vua/models/trend';
import type { IssuedForecast } from '../forecasts/issued-forecast.ts';

/** How far forecasts missed what came true. */
export interface Accuracy {
  readonly judged: number;
  /** Mean absolute error of the relative change; NaN where none is judged. */
  readonly mae: number;
  /** The same of seasonal naive. */
  readonly maeBaseline: number;
  readonly meanSquaredError: number;
  /** Share of the calls that were right, of those that were made; NaN where none was. */
  readonly precision: number;
  /** Share of the forecasts with a call. */
  readonly called: number;
  /** Shares of what came true that lay in the intervals. */
  readonly within80: number;
  readonly within95: number;
}

export type JudgedForecast = IssuedForecast & { readonly actual: number };

export const isJudged = (forecast: IssuedForecast): forecast is JudgedForecast => forecast.actual !== null;

export function accuracyOf(judged: readonly JudgedForecast[]): Accuracy {
  const mean = (figure: (one: JudgedForecast) => number, of = judged): number => of.reduce((sum, one) => sum + figure(one), 0) / of.length;
  const share = (holds: (one: JudgedForecast) => boolean, of = judged): number => mean((one) => Number(holds(one)), of);
  const calls = judged.filter((one) => one.class !== 'uncertain');
  return {
    judged: judged.length,
    mae: mean(({ actual, change }) => Math.abs(actual - change)),
    maeBaseline: mean(({ actual, baseline }) => Math.abs(actual - baseline)),
    meanSquaredError: mean(({ actual, change }) => (actual - change) ** 2),
    precision: share(({ actual, class: called }) => classOfChange(actual) === called, calls),
    called: calls.length / judged.length,
    within80: share(({ actual, interval80: [low, high] }) => actual >= low && actual <= high),
    within95: share(({ actual, interval95: [low, high] }) => actual >= low && actual <= high),
  };
}
