import { itemsOf, type Catalog } from './catalog-file.ts';
import type { CatalogRepository } from './catalog-repository.ts';
import { DEMO_TENANT_ID } from './demo-tenant.ts';

/** Fills the demo shop's empty catalog; one that has products is left alone. Resolves with true when it filled it. */
export async function seedCatalog(repository: CatalogRepository, read: () => Catalog, now: () => number = Date.now): Promise<boolean> {
  if ((await repository.listIds(DEMO_TENANT_ID)).length > 0) return false;
  const catalog = read();
  await repository.save(DEMO_TENANT_ID, { items: itemsOf(catalog), sizeCharts: catalog.sizeCharts, atMs: now() });
  return true;
}
