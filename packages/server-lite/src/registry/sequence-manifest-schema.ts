import { ModelManifest, ModelMetrics } from '@vua/models/contracts';
import { Type, type Static } from 'typebox';

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Share = Type.Number({ minimum: 0, maximum: 1 });
const Name = Type.String({ minLength: 1, maxLength: 100 });
const Partner = Type.Enum(['bigram', 'coVisitation']);

/** Sizes far above what a CPU trains: a shape that is made up must not cost memory before it is refused. */
const Shape = Type.Object({
  items: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  width: Type.Integer({ minimum: 1, maximum: 1024 }),
  blocks: Type.Integer({ minimum: 0, maximum: 32 }),
  heads: Type.Integer({ minimum: 1, maximum: 64 }),
  feedForward: Type.Integer({ minimum: 1, maximum: 4096 }),
  length: Type.Integer({ minimum: 1, maximum: 4096 }),
  sideInputs: Type.Array(Type.Object({ name: Name, size: Type.Integer({ minimum: 1, maximum: 100_000 }) }), { maxItems: 32 }),
  eventTypes: Type.Integer({ minimum: 0, maximum: 256 }),
});

/** manifest.json of a sequence model: `SequenceManifest` of @vua/models/sequence, as far as it is read here or by a device. */
export const SequenceManifestSchema = Type.Intersect([ModelManifest, Type.Object({
  kind: Type.Literal('sequence/1'),
  seed: Type.Integer(),
  data: Type.Object({
    sha256: Type.String(), format: Type.String(), sequences: Count, steps: Count, items: Count, skippedLines: Count,
    range: Type.Optional(Type.Object({ firstMs: Count, lastMs: Count })),
  }),
  split: Type.String(),
  shape: Shape,
  sideNames: Type.Record(Type.String(), Type.Array(Type.String())),
  settings: Type.Object({}),
  training: Type.Object({ steps: Count, epochs: Type.Number(), wallMs: Type.Number() }),
  shipped: Type.Union([
    Type.Object({ method: Type.Literal('blend'), partner: Partner, weight: Type.Number(), again: Type.Optional(Type.Array(Type.Number(), { maxItems: 16 })) }),
    Type.Object({ method: Type.Enum(['transformer', 'bigram', 'coVisitation']) }),
  ]),
  validation: Type.Object({
    cases: Count, filtersSeen: Type.Boolean(),
    methods: Type.Record(Type.String(), Type.Object({ ndcg10: Share, hr10: Share })),
    shipped: Type.Intersect([Type.Object({ ndcg10: Share, hr10: Share }), ModelMetrics]),
  }),
})]);
export type SequenceManifestSchema = Static<typeof SequenceManifestSchema>;
