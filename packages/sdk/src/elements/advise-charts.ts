import { type SizeAdvice, type SizeGlance, adviseSize, createAdviser, readSizeChart } from '@vua/models/size';
import type { AdviseSizeOptions, GlanceSizesOptions } from './fitting-engine.ts';

const CHART_INVALID: SizeAdvice = { status: 'unavailable', reason: 'chart-invalid', probabilities: [], smallerThanChart: 0, largerThanChart: 0, zones: [], surer: [] };

/** Which size fits. A page may hand over anything as chart; the server's was read already. */
export const adviseChart = (question: AdviseSizeOptions): SizeAdvice => (readSizeChart(question.chart) ? adviseSize(question) : CHART_INVALID);

/** One answer a chart, in their order. */
export function glanceCharts({ body, charts, fitPreference }: GlanceSizesOptions): readonly SizeGlance[] {
  const adviser = createAdviser({ body, ...(fitPreference && { fitPreference }) });
  return charts.map((chart) => (readSizeChart(chart) ? adviser.glance(chart) : { status: 'unavailable', reason: 'chart-invalid' }));
}
