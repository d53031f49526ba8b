import { createMemoryModels, createModelService, type ModelFileRepository, type ModelRepository } from '../registry/index.ts';
import { createTrendModels, type TrendModels } from '../trends/fits/create-trend-models.ts';

/** Versions of forecasts in these repositories of the registry; of their own, in memory, unless told otherwise. */
export const openTrendModels = ({ models, files }: { readonly models: ModelRepository; readonly files: ModelFileRepository } = createMemoryModels()): TrendModels =>
  createTrendModels({ models, service: createModelService({ models, files }) });
