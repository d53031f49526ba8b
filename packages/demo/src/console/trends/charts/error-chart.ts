import type { TrendAccuracyReport } from '@vua/models/contracts';
import { niceTicks } from './nice-ticks.ts';
import { type ChartPoint, linePath } from './paths.ts';

export interface ErrorChart {
  /** Mean errors, ascending, evenly far apart. */
  readonly ticks: readonly number[];
  /** Of the error above which the server learns anew, 0-1 from the bottom. */
  readonly limit: number;
  readonly paths: Readonly<Record<'error' | 'baseline', string>>;
  /** Places of the weeks, 0-1. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Mean absolute error of the relative change above which the server learns anew (`docs/trends.md`). */
const MOST_ERROR = 0.15;
const TICKS = 4;

/** Mean errors of the weeks from which was forecast, by time. */
export function errorChart(weeks: TrendAccuracyReport['weeks']): ErrorChart {
  const known = weeks.flatMap(({ week, mae, maeBaseline }) => (mae === null ? [] : [{ timeMs: Date.parse(week), mae, maeBaseline }]));
  const ticks = niceTicks(0, Math.max(MOST_ERROR, ...known.map(({ mae, maeBaseline }) => Math.max(mae, maeBaseline ?? 0))), TICKS);
  const top = ticks.at(-1) ?? 1;
  const [firstMs, lastMs] = [known[0]?.timeMs ?? 0, known.at(-1)?.timeMs ?? 0];
  const x = (timeMs: number): number => (lastMs > firstMs ? (timeMs - firstMs) / (lastMs - firstMs) : 0.5);
  const points = known.map(({ timeMs, mae }) => ({ x: x(timeMs), y: mae / top }));
  const baseline = known.map(({ timeMs, maeBaseline }): ChartPoint => (maeBaseline === null ? null : { x: x(timeMs), y: maeBaseline / top }));
  return { ticks, limit: MOST_ERROR / top, points, paths: { error: linePath(points), baseline: linePath(baseline) } };
}
