import { Type, type Static } from 'typebox';
import { MAX_MODEL_FILES, ModelFile, ModelMetrics, ModelVersionId } from './model-version.ts';
import { UtcMs } from './utc-ms.ts';

/** What every model's manifest.json says, whatever its kind adds. `version`: the first twelve digits of the SHA-256 over the hashes of `files`, in their order, with commas between them. */
export const ModelManifest = Type.Object({
  /** The model and the number of its format. */
  kind: Type.Enum(['sequence/1', 'size/1', 'trend/1']),
  version: ModelVersionId,
  files: Type.Array(ModelFile, { minItems: 1, maxItems: MAX_MODEL_FILES }),
  /** On what was held back. A sequence model has them under `validation` instead. */
  metrics: Type.Optional(ModelMetrics),
  /** Times of the events that it learned from; `toMs` is exclusive. */
  dataRange: Type.Optional(Type.Object({ fromMs: UtcMs, toMs: UtcMs }, { additionalProperties: false })),
});
export type ModelManifest = Static<typeof ModelManifest>;
