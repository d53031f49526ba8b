import type { Catalog, CatalogRepository } from './catalog-repository.ts';

/** Fills an empty catalog; one that has products is left alone. Resolves with true when it filled it. */
export async function seedCatalog(repository: CatalogRepository, read: () => Catalog): Promise<boolean> {
  const products = await repository.listProducts();
  if (products.length > 0) return false;
  await repository.replace(read());
  return true;
}
