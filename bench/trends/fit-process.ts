import { type TrendFit, type TrendSeries, fitTrends, forecastTrend } from '@vua/models/trend';
import { madeShop } from '../../packages/models/src/trend/testing/made-series.ts';
import type { FitFigures } from './bench-fit.ts';

const SERIES = 1000;
const WEEKS = 261;
const HORIZON_WEEKS = 13;
const BYTES_PER_KIB = 1024;

const shop = madeShop(SERIES, { weeks: WEEKS });
const { fit, seconds } = timedFit();
const figures: FitFigures = {
  series: SERIES, weeks: WEEKS, seconds,
  peakBytes: process.resourceUsage().maxRSS * BYTES_PER_KIB,
  forecastMs: { known: meanMs(fit, shop), unknown: meanMs(fit, shop.map((one) => ({ ...one, id: `other-${one.id}` }))) },
};
process.send?.(figures, () => process.disconnect());

function timedFit(): { readonly fit: TrendFit; readonly seconds: number } {
  const start = performance.now();
  const learned = fitTrends(shop);
  return { fit: learned, seconds: (performance.now() - start) / 1000 };
}

function meanMs(learned: TrendFit, series: readonly TrendSeries[]): number {
  const start = performance.now();
  const answers = series.filter((one) => forecastTrend(learned, one, HORIZON_WEEKS).status === 'forecast');
  if (answers.length < series.length) throw new Error('a made series had no forecast');
  return (performance.now() - start) / series.length;
}
