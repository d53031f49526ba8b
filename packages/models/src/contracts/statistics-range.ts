import type { StatisticsZone } from './measurement-statistics.ts';

/** From where to where the bins of a zone reach, cm; what lies outside falls into the first or the last. */
export const STATISTICS_RANGE_CM: Readonly<Record<StatisticsZone, { readonly minCm: number; readonly maxCm: number }>> = {
  chest: { minCm: 70, maxCm: 134 }, waist: { minCm: 55, maxCm: 119 }, hip: { minCm: 75, maxCm: 139 },
  inseam: { minCm: 60, maxCm: 92 }, stature: { minCm: 140, maxCm: 204 },
};
