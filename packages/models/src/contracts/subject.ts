import { Type, type Static } from 'typebox';
import { CustomerHmac, TimeOrderedId } from './identifier.ts';
import { UtcMs } from './utc-ms.ts';

const closed = { additionalProperties: false };
const Name = Type.String({ pattern: '^[a-z][a-z-]{0,39}$' });
/** UUID version 4. */
export const ErasureId = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });

/** Somebody, as a shop's server knows them: the anonymous id of a device, or the HMAC of the shop's customer. */
export const SubjectId = Type.Union([TimeOrderedId, CustomerHmac]);
export type SubjectId = Static<typeof SubjectId>;

/** Proof that a subject was erased. It names nobody: who knows the id and asks for its erasure again gets the same `subjectHash`. */
export const Erasure = Type.Object(
  {
    id: ErasureId,
    /** `running`: a store was away, and is asked again until it answers. */
    status: Type.Enum(['running', 'finished']),
    /** HMAC-SHA-256 of the subject with a key of this server: 64 hexadecimal digits. */
    subjectHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    requestedMs: UtcMs,
    finishedMs: Type.Optional(UtcMs),
    /** What was deleted where. */
    stores: Type.Array(Type.Object({
      name: Name,
      status: Type.Enum(['erased', 'waiting']),
      /** Records deleted. */
      records: Type.Integer({ minimum: 0 }),
    }, closed)),
  },
  closed,
);
export type Erasure = Static<typeof Erasure>;

/** Answer of `GET /v1/subjects/{id}/export`: all that is kept of a subject. */
export const SubjectExport = Type.Object(
  { subject: SubjectId, exportedMs: UtcMs, stores: Type.Array(Type.Object({ name: Name, records: Type.Array(Type.Unknown()) }, closed)) },
  closed,
);
export type SubjectExport = Static<typeof SubjectExport>;
