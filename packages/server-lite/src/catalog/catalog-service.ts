import type { Product, SizeChart } from '@vua/models/contracts';
import type { CatalogRepository } from './catalog-repository.ts';

export type SizeChartLookup =
  | { readonly status: 'found'; readonly sizeChart: SizeChart }
  | { readonly status: 'unknown-product' }
  | { readonly status: 'unknown-size-chart' };

/** What the shop asks of its catalog. */
export interface CatalogService {
  listProducts(): Promise<readonly Product[]>;
  findProduct(id: string): Promise<Product | undefined>;
  /** The chart of the product with this id. */
  findSizeChartOf(productId: string): Promise<SizeChartLookup>;
}

export function createCatalogService(repository: CatalogRepository): CatalogService {
  return {
    listProducts: () => repository.listProducts(),
    findProduct: (id) => repository.findProduct(id),
    findSizeChartOf: async (productId) => {
      const product = await repository.findProduct(productId);
      if (product === undefined) return { status: 'unknown-product' };
      const sizeChart = await repository.findSizeChart(product.sizeChartId);
      return sizeChart === undefined ? { status: 'unknown-size-chart' } : { status: 'found', sizeChart };
    },
  };
}
