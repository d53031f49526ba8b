import type { SizeChart } from '@vua/models/contracts';
import type { CatalogItem } from './catalog-item.ts';

export interface CatalogChange {
  /** New items come last in the shop's order; known ones keep their place, and are sold again if they were withdrawn. */
  readonly items: readonly CatalogItem[];
  /** Ids of items that are no longer sold. They are kept, for what was bought and returned. */
  readonly withdrawnIds?: readonly string[];
  /** Kept before the items, in the place of charts with the same id. */
  readonly sizeCharts?: readonly SizeChart[];
  /** UTC milliseconds. */
  readonly atMs: number;
}

/** Catalogs of all tenants. Every implementation passes `testing/describe-catalog-repository.ts`. */
export interface CatalogRepository {
  /** What is sold, in the shop's order. */
  listItems(tenantId: string): Promise<readonly CatalogItem[]>;
  /** Those of these items that are sold, in no order; at most 1,000 ids. */
  findItems(tenantId: string, ids: readonly string[]): Promise<readonly CatalogItem[]>;
  /** Ids of what is sold, in the shop's order. */
  listIds(tenantId: string): Promise<readonly string[]>;
  /** Those of these charts that there are, in no order; at most 1,000 ids. */
  findSizeCharts(tenantId: string, ids: readonly string[]): Promise<readonly SizeChart[]>;
  /** All of the change or nothing. Rejects when an item names a chart that is not there. */
  save(tenantId: string, change: CatalogChange): Promise<void>;
}
