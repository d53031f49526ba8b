import { Type, type Static } from 'typebox';
import { ConsentState } from './consent.ts';
import type { EventData, EventType } from './event-data.ts';
import { CustomerHmac, ShopId, TimeOrderedId } from './identifier.ts';

// A key's length is in its pattern: JSON Schema has no other bound for keys.
const ExperimentId = Type.String({ pattern: '^(?!__proto__$)[^\\u0000-\\u001f\\u007f]{1,128}$' });

/** What every event carries beside its type and data. */
export const EventEnvelope = Type.Object(
  {
    id: TimeOrderedId,
    version: Type.Literal(1),
    /** UTC milliseconds by the device's clock. The server corrects it by `sentAtMs` of the batch. */
    timeMs: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    sessionId: TimeOrderedId,
    /** Pseudonymous, of this shop only, at most 24 hours old. */
    anonymousId: TimeOrderedId,
    /** Only with consent to personalization. */
    customerId: Type.Optional(CustomerHmac),
    /** As it was when the event was captured. */
    consent: ConsentState,
    /** Arm of each running experiment. */
    arms: Type.Optional(Type.Record(ExperimentId, ShopId, { maxProperties: 20, additionalProperties: false })),
    type: Type.String({ pattern: '^[a-z][a-z_]{0,39}$' }),
    data: Type.Object({}),
  },
  { additionalProperties: false },
);
export type EventEnvelope = Static<typeof EventEnvelope>;

export type EventOf<T extends EventType> = Omit<EventEnvelope, 'type' | 'data'> & { readonly type: T; readonly data: EventData[T] };

/** Something a shopper did. Its schema is {@link EventEnvelope} with the schema of its type in `EVENT_DATA`. */
export type VuaEvent = { [T in EventType]: EventOf<T> }[EventType];

/** Type and data of an event, before it has an envelope. */
export type EventBody = { [T in EventType]: { readonly type: T; readonly data: EventData[T] } }[EventType];
