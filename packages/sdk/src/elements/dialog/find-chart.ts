import type { SizeChart } from '@vua/models/contracts';
import type { FittingEngine, SizeChartAnswer } from '../fitting-engine.ts';

export interface ChartSource {
  readonly engine: Pick<FittingEngine, 'sizeChartOf'>;
  readonly product: string;
  /** Given by the page instead of by the server. */
  readonly chart?: SizeChart;
  /** Measures for all charts of the shop: no chart is asked for, no size advised. */
  readonly isWholeShop?: boolean;
}

/** The chart of the dialog; `none` where there is to be none. */
export async function findChart({ engine, product, chart, isWholeShop }: ChartSource): Promise<SizeChartAnswer | { readonly status: 'none' }> {
  if (chart) return { status: 'found', chart };
  return isWholeShop ? { status: 'none' } : engine.sizeChartOf(product);
}
