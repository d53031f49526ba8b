export { createMemoryTrendStores } from './memory-trend-stores.ts';
export { openCollection } from './open-collection.ts';
export type { CollectionOptions } from './open-collection.ts';
export type { SourceService } from './source-service.ts';
export { trendSourceRoutes } from './trend-source-routes.ts';
export { createTrendStores } from './trend-stores.ts';
export type { TrendStores } from './trend-stores.ts';
