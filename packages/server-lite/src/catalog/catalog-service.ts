import type { CatalogSnapshot, Product, SizeChart } from '@vua/models/contracts';
import { productOf, snapshotOf } from './catalog-item.ts';
import type { CatalogRepository } from './catalog-repository.ts';

export type SizeChartLookup =
  | { readonly status: 'found'; readonly sizeChart: SizeChart }
  | { readonly status: 'unknown-product' }
  | { readonly status: 'unknown-size-chart' };

/** What a shop's pages ask of its catalog. */
export interface CatalogService {
  listProducts(tenantId: string): Promise<readonly Product[]>;
  findProduct(tenantId: string, id: string): Promise<Product | undefined>;
  /** The chart of the product with this id. */
  findSizeChartOf(tenantId: string, productId: string): Promise<SizeChartLookup>;
  /** Prices and stock of these items now, in the order asked for; each once, unknown ones left out. */
  takeSnapshot(tenantId: string, ids: readonly string[]): Promise<CatalogSnapshot>;
}

export interface CatalogServiceOptions {
  /** UTC milliseconds. */
  readonly now?: () => number;
}

export function createCatalogService(repository: CatalogRepository, { now = () => Date.now() }: CatalogServiceOptions = {}): CatalogService {
  const findItem = async (tenantId: string, id: string) => (await repository.findItems(tenantId, [id])).at(0);
  return {
    listProducts: async (tenantId) => (await repository.listItems(tenantId)).map(productOf),
    findProduct: async (tenantId, id) => {
      const item = await findItem(tenantId, id);
      return item && productOf(item);
    },
    findSizeChartOf: async (tenantId, productId) => {
      const item = await findItem(tenantId, productId);
      if (item === undefined) return { status: 'unknown-product' };
      const [sizeChart] = await repository.findSizeCharts(tenantId, [item.sizeChartId]);
      return sizeChart === undefined ? { status: 'unknown-size-chart' } : { status: 'found', sizeChart };
    },
    takeSnapshot: async (tenantId, ids) => {
      const items = new Map((await repository.findItems(tenantId, ids)).map((item) => [item.id, item]));
      const charts = new Map((await repository.findSizeCharts(tenantId, [...items.values()].map(({ sizeChartId }) => sizeChartId))).map((chart) => [chart.id, chart]));
      const atMs = now();
      return { items: [...new Set(ids)].flatMap((id) => {
        const item = items.get(id);
        const chart = item && charts.get(item.sizeChartId);
        return chart ? [snapshotOf(item, chart, atMs)] : [];
      }) };
    },
  };
}
