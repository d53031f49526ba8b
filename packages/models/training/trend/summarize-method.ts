import { bootstrapInterval } from '../sequence/bootstrap-interval.ts';
import { seededRandom } from '../body/random.ts';
import type { PathErrors } from './absolute-errors.ts';

const SEED = 1;

export interface SeriesErrors {
  /** The series' unit of MASE; 0 where it never changed from year to year. */
  readonly step: number;
  readonly errors: readonly PathErrors[];
}

export interface MethodFigures {
  /** Mean |c_hat - c| over series and origins. */
  readonly maeRelativeChange: number;
  /** Where it lies in 95 % of drawings of series with replacement. */
  readonly interval: readonly [number, number];
  /** Mean over series that change from year to year; null without any. */
  readonly mase: number | null;
  /** Over weeks above 0; null without any. */
  readonly mape: number | null;
}

/** Figures of one method; undefined when it forecast nothing. */
export function summarizeMethod(series: readonly SeriesErrors[]): MethodFigures | undefined {
  const judged = series.filter(({ errors }) => errors.length > 0);
  if (judged.length === 0) return undefined;
  const { low, high } = bootstrapInterval(judged.map(({ errors }) => mean(errors.map(({ change }) => change)) ?? 0), seededRandom(SEED));
  return {
    maeRelativeChange: mean(judged.flatMap(({ errors }) => errors.map(({ change }) => change))) ?? 0,
    interval: [low, high],
    mase: mean(judged.flatMap(({ step, errors }) => (step > 0 ? (mean(errors.map(({ weekly }) => weekly)) ?? 0) / step : []))),
    mape: mean(judged.flatMap(({ errors }) => errors.flatMap(({ shares }) => shares))),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
