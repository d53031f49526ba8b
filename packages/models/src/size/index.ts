export { adviseSize } from './advise-size.ts';
export type { SizeQuestion } from './advise-size.ts';
export { checkSizeChart } from './check-size-chart.ts';
export { readSizeChart } from './read-size-chart.ts';
export type { SizeChartProblem, SizeChartProblemKind } from './check-size-chart.ts';
export type {
  Certainty, FitPreference, SizeAdvice, SizeProbability, SizeUnavailableReason, ZoneAdvice, ZoneFit, ZoneVerdict,
} from './size-advice.ts';
