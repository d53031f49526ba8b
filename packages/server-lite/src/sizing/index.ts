export { createStatistics } from './database-statistics.ts';
export { createMemoryStatistics } from './memory-statistics.ts';
export { sizingRoutes } from './sizing-routes.ts';
export { createStatisticsService } from './statistics-service.ts';
export type { StatisticsService } from './statistics-service.ts';
export type { StatisticsRepository } from './statistics-repository.ts';
