import { LoadedModel, MAX_RECOMMENDATIONS, SequenceManifestFields } from '@vua/models/contracts';
import type { JsonSchema } from '../find-fault.ts';

// Builds replace this module by the JSON of its exports (`tools/rollup/inline-schemas.ts`): typebox stays out of the page.

/** Answer of `GET /v1/models/{kind}/active`. */
export const LOADED_MODEL_SCHEMA = LoadedModel as JsonSchema;

/** What a device reads of the manifest of a sequence model. */
export const SEQUENCE_MANIFEST_SCHEMA = SequenceManifestFields as JsonSchema;

/** Items that the server gives for a vector, at most. */
export const MOST_BY_VECTOR = MAX_RECOMMENDATIONS;

/** What is read of an answer of `POST /v1/recommendations/by-vector`. */
export const VECTOR_ANSWER_SCHEMA: JsonSchema = {
  type: 'object', required: ['modelVersion', 'items'],
  properties: {
    modelVersion: { type: 'string' },
    items: { type: 'array', maxItems: MOST_BY_VECTOR, items: { type: 'object', required: ['itemId', 'score'], properties: { itemId: { type: 'string' }, score: { type: 'number' } } } },
  },
};
