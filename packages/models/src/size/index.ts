export { adviseSize } from './advise-size.ts';
export type { SizeQuestion } from './advise-size.ts';
export { createAdviser } from './create-adviser.ts';
export type { Adviser, AdviserOptions, SizeGlance } from './create-adviser.ts';
export type { GarmentOffset, ZoneOffset } from './garment-offset.ts';
export { checkSizeChart } from './charts/check-size-chart.ts';
export { readSizeChart } from './charts/read-size-chart.ts';
export type { SizeChartProblem, SizeChartProblemKind } from './charts/check-size-chart.ts';
export type {
  Certainty, FitPreference, SizeAdvice, SizeProbability, SizeUnavailableReason, SurerBy, SurerMeans, ZoneAdvice, ZoneFit, ZoneMargin, ZoneVerdict,
} from './size-advice.ts';

// Charts and garments: what a shop imports and checks. Nothing above needs it, so that a shopper's bundle is spared.
export { ISO_8559_NAMES } from './charts/iso-8559-names.ts';
export { importSizeChart } from './charts/import/import-size-chart.ts';
export type { ChartFileProblem, ChartFileProblemCode } from './charts/import/chart-file-problem.ts';
export type { ChartReading } from './charts/import/read-chart-table.ts';
export type { ChartSettings } from './charts/import/chart-settings.ts';
export { LABEL_SYSTEMS, bodyOfLabel } from './charts/label-systems.ts';
export type { LabelSystem } from './charts/label-systems.ts';
export { lintSizeChart } from './charts/lint-size-chart.ts';
export type { ChartFinding, ChartFindingCode } from './charts/lint-size-chart.ts';
export { findGridRow, splitGrid } from './charts/split-grid.ts';
export type { GridAxis } from './charts/split-grid.ts';
export { easeAt } from './garments/body-from-garment.ts';
export { GARMENTS } from './garments/garment-table.ts';
export type { Garment, GarmentZone, ZoneEase } from './garments/garment-table.ts';
export { CHART_SETTING_WORDS, withChartSettings } from './charts/import/chart-settings.ts';
export { NEW_BRAND, NEW_GARMENT, believedOffset, learnOutcome, recogniseCut } from './feedback/index.ts';
export type { BrandFeedback, Feedback, GarmentCut, GarmentFeedback, SizeOutcome } from './feedback/index.ts';
