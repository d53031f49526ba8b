import { LoadedModel } from '@vua/models/contracts';
import { Type } from 'typebox';
import type { JsonSchema } from '../find-fault.ts';

// Builds replace this module by the JSON of its exports (`tools/rollup/inline-schemas.ts`): typebox stays out of the page.

const Partner = Type.Enum(['bigram', 'coVisitation', 'vsknn']);
const Size = (most: number) => Type.Integer({ minimum: 1, maximum: most });

/** Sizes far above what a CPU trains: a shape that is made up must not cost memory before it is refused. */
const Shape = Type.Object({
  items: Size(1_000_000), width: Size(1024), blocks: Size(32), heads: Size(64), feedForward: Size(4096), length: Size(4096),
  sideInputs: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), size: Size(100_000) }), { maxItems: 32 }),
  eventTypes: Type.Integer({ minimum: 0, maximum: 256 }),
});

/** Answer of `GET /v1/models/{kind}/active`. */
export const LOADED_MODEL_SCHEMA = LoadedModel as JsonSchema;

/** What a device reads of the manifest of a sequence model. */
export const SEQUENCE_MANIFEST_SCHEMA = Type.Object({
  kind: Type.Literal('sequence/1'),
  version: Type.String(),
  shape: Shape,
  sideNames: Type.Record(Type.String(), Type.Array(Type.String())),
  shipped: Type.Union([
    Type.Object({ method: Type.Literal('blend'), partner: Partner, weight: Type.Number() }),
    Type.Object({ method: Type.Enum(['transformer', 'bigram', 'coVisitation', 'vsknn']) }),
  ]),
}) as JsonSchema;

/** What is read of an answer of `POST /v1/recommendations/by-vector`. */
export const VECTOR_ANSWER_SCHEMA = Type.Object({
  modelVersion: Type.String(), items: Type.Array(Type.Object({ itemId: Type.String(), score: Type.Number() }), { maxItems: 100 }),
}) as JsonSchema;
