export { createDatabaseModelFiles } from './database-model-files.ts';
export { createDatabaseModels } from './database-models.ts';
export { managementRoutes } from './management-routes.ts';
export { createMemoryModels } from './memory-models.ts';
export type { ModelFileRepository } from './model-file-repository.ts';
export type { ModelRepository } from './model-repository.ts';
export { modelRoutes } from './model-routes.ts';
export { createModelService } from './model-service.ts';
export type { ModelService } from './model-service.ts';
