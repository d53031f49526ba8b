import type { Product, SizeChart } from '@vua/models/contracts';

/** A whole catalog; `products` in the order in which the shop shows them. */
export interface Catalog {
  readonly products: readonly Product[];
  readonly sizeCharts: readonly SizeChart[];
}

/** Where products and size charts are kept. */
export interface CatalogRepository {
  listProducts(): Promise<readonly Product[]>;
  findProduct(id: string): Promise<Product | undefined>;
  findSizeChart(id: string): Promise<SizeChart | undefined>;
  /** Puts this catalog in the place of what was there: all of it or nothing. Rejects when a product names a chart that is not in it. */
  replace(catalog: Catalog): Promise<void>;
}
