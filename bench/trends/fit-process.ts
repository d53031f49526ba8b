import { type TrendFit, type TrendSeries, fitTrends, forecastTrend } from '@vua/models/trend';
import { madeShop } from '../../packages/models/src/trend/testing/made-series.ts';
import type { FitFigures } from './bench-fit.ts';

const SERIES = 1000;
const WEEKS = 261;
const HORIZON_WEEKS = 13;
const BYTES_PER_KIB = 1024;

const shop = madeShop(SERIES, { weeks: WEEKS });
const { fit, seconds, cpuSeconds } = timedFit();
const figures: FitFigures = {
  series: SERIES, weeks: WEEKS, seconds, cpuSeconds,
  peakBytes: process.resourceUsage().maxRSS * BYTES_PER_KIB,
  forecastMs: { known: meanMs(fit, shop), unknown: meanMs(fit, shop.map((one) => ({ ...one, id: `other-${one.id}` }))) },
};
process.send?.(figures, () => process.disconnect());

function timedFit(): { readonly fit: TrendFit; readonly seconds: number; readonly cpuSeconds: number } {
  const [start, cpuStart] = [performance.now(), process.cpuUsage()];
  const learned = fitTrends(shop);
  const { user, system } = process.cpuUsage(cpuStart);
  return { fit: learned, seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
}

function meanMs(learned: TrendFit, series: readonly TrendSeries[]): number {
  const start = performance.now();
  const answers = series.filter((one) => forecastTrend(learned, one, HORIZON_WEEKS).status === 'forecast');
  if (answers.length < series.length) throw new Error('a made series had no forecast');
  return (performance.now() - start) / series.length;
}
