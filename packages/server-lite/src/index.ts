export { createApp } from './create-app.ts';
export type { AppDeps } from './create-app.ts';
export type { Catalog, CatalogRepository } from './catalog/catalog-repository.ts';
export { createMemoryCatalog } from './catalog/memory-catalog.ts';
export { readCatalogFile } from './catalog/read-catalog-file.ts';
