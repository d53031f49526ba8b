import { Type } from 'typebox';

const Partner = Type.Enum(['bigram', 'coVisitation']);
const Size = (most: number) => Type.Integer({ minimum: 1, maximum: most });

/** Sizes far above what a CPU trains: a shape that is made up must not cost memory before it is refused. */
const Shape = Type.Object({
  items: Size(1_000_000), width: Size(1024), blocks: Size(32), heads: Size(64), feedForward: Size(4096), length: Size(4096),
  sideInputs: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), size: Size(100_000) }), { maxItems: 32 }),
  eventTypes: Type.Integer({ minimum: 0, maximum: 256 }),
});

/** What a device reads of manifest.json of a sequence model; `SequenceManifest` of `@vua/models/sequence` says what each means. */
export const SequenceManifestFields = Type.Object({
  kind: Type.Literal('sequence/1'),
  version: Type.String(),
  shape: Shape,
  sideNames: Type.Record(Type.String(), Type.Array(Type.String())),
  shipped: Type.Union([
    Type.Object({ method: Type.Literal('blend'), partner: Partner, weight: Type.Number(), again: Type.Optional(Type.Array(Type.Number(), { maxItems: 16 })) }),
    Type.Object({ method: Type.Enum(['transformer', 'bigram', 'coVisitation']) }),
  ]),
});
