import type { Product } from '@vua/models/contracts';
import type { Catalog } from './catalog-repository.ts';

/** The first product whose size chart is not in the catalog. */
export function findDanglingChart({ products, sizeCharts }: Catalog): Product | undefined {
  const ids = new Set(sizeCharts.map((chart) => chart.id));
  return products.find((product) => !ids.has(product.sizeChartId));
}
