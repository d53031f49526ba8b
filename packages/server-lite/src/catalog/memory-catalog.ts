import type { Catalog, CatalogRepository } from './catalog-repository.ts';
import { findDanglingChart } from './find-dangling-chart.ts';

/** A catalog that lives as long as the process. */
export function createMemoryCatalog(seed: Catalog = { products: [], sizeCharts: [] }): CatalogRepository {
  let catalog = seed;
  return {
    listProducts: async () => catalog.products,
    findProduct: async (id) => catalog.products.find((product) => product.id === id),
    findSizeChart: async (id) => catalog.sizeCharts.find((chart) => chart.id === id),
    replace: async (next) => {
      const dangling = findDanglingChart(next);
      if (dangling !== undefined) throw new Error(`product ${dangling.id} names the unknown size chart ${dangling.sizeChartId}`);
      catalog = structuredClone(next);
    },
  };
}
