import { Type, type Static } from 'typebox';

/** Most events of one request, and most bytes of its body once unpacked. */
export const BATCH_LIMITS = { events: 500, bytes: 1_000_000 } as const;

/** Body of `POST /v1/events`. Events are judged one by one, so that a wrong one does not hold up the others. */
export const EventBatch = Type.Object(
  {
    /** UTC milliseconds by the device's clock when the request was made. */
    sentAtMs: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    events: Type.Array(Type.Unknown(), { minItems: 1, maxItems: BATCH_LIMITS.events }),
  },
  { additionalProperties: false },
);
export type EventBatch = Static<typeof EventBatch>;

/** Why an event was not taken. None of them becomes right by sending it again. */
export const EventRejectionCode = Type.Enum(['invalid-event', 'unknown-type', 'without-consent', 'subject-erased']);
export type EventRejectionCode = Static<typeof EventRejectionCode>;

export const EventRejection = Type.Object(
  {
    /** Place in the request. */
    index: Type.Integer({ minimum: 0 }),
    /** If it could be read. */
    id: Type.Optional(Type.String()),
    code: EventRejectionCode,
    /** JSON pointer to what is wrong, for `invalid-event`. */
    path: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type EventRejection = Static<typeof EventRejection>;

/** Answer of `POST /v1/events`: 202, given after the commit. An event may be deleted on the device once its id stands here. */
export const EventReceipt = Type.Object(
  {
    /** Ids that are stored; also of events that were stored before. */
    accepted: Type.Array(Type.String()),
    rejected: Type.Array(EventRejection),
  },
  { additionalProperties: false },
);
export type EventReceipt = Static<typeof EventReceipt>;
