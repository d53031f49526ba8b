// Its own file: the others bring the schema library, which no page loads.
import { STATISTICS_RANGE_CM } from '../contracts/statistics-range.ts';
import type { StatisticsZone } from '../contracts/index.ts';
import type { ResponseDesign } from './randomized-response.ts';

/** Designs that a server counts; each has tables of its own, so there are only a few. */
export const RESPONSE_DESIGNS = { epsilons: [0.5, 1, 2, 3, 4], bins: [4, 8, 16, 32] } as const;

/** 8 bins, 51 % true answers; with 10,000 answers a bin is known to 0.6-0.8 percentage points. */
export const DEFAULT_DESIGN: ResponseDesign = { epsilon: 2, bins: 8 };

export function isKnownDesign({ epsilon, bins }: ResponseDesign): boolean {
  return RESPONSE_DESIGNS.epsilons.some((known) => known === epsilon) && RESPONSE_DESIGNS.bins.some((known) => known === bins);
}

/** The bin of a measurement; what lies outside of the zone's range falls into the first or the last. */
export function binOfCm(zone: StatisticsZone, cm: number, bins: number): number {
  const { minCm, maxCm } = STATISTICS_RANGE_CM[zone];
  const bin = Math.floor(((cm - minCm) / (maxCm - minCm)) * bins);
  return Math.min(bins - 1, Math.max(0, bin));
}

/** Lower edge of a bin, cm; `bin` = `bins` gives the upper edge of the last. */
export function binEdgeCm(zone: StatisticsZone, bin: number, bins: number): number {
  const { minCm, maxCm } = STATISTICS_RANGE_CM[zone];
  return minCm + ((maxCm - minCm) * bin) / bins;
}
