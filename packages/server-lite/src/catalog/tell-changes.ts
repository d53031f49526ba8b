import type { CatalogChange, CatalogRepository } from './catalog-repository.ts';

/** The catalogs, telling each change that was kept through them. */
export const tellChanges = (repository: CatalogRepository, changed: (tenantId: string, change: CatalogChange) => void): CatalogRepository => ({
  ...repository,
  save: async (tenantId, change) => {
    await repository.save(tenantId, change);
    changed(tenantId, change);
  },
});
