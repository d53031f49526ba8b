import { Type, type Static } from 'typebox';
import { ConsentState } from './consent.ts';
import { EventRejectionCode } from './event-batch.ts';

const closed = { additionalProperties: false };
const TimeMs = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** An event as the server keeps and returns it: one line of an export, one message of the live stream. */
export const RecordedEvent = Type.Object(
  {
    id: Type.String(),
    type: Type.String(),
    /** UTC milliseconds, corrected by the device's clock error; never after `receivedMs`. */
    timeMs: TimeMs,
    /** UTC milliseconds by the server's clock. */
    receivedMs: TimeMs,
    sessionId: Type.String(),
    anonymousId: Type.String(),
    customerId: Type.Optional(Type.String()),
    /** The item it is about, or the first of them. */
    itemId: Type.Optional(Type.String()),
    /** As it was when the event was captured. Absent for events kept before 0.4.0: what their shopper had agreed to is not known, so use them for nothing that needs it. */
    consent: Type.Optional(ConsentState),
    /** Arm of each experiment that ran; absent where none did, and for events kept before 0.4.0. */
    arms: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** As in `EVENT_DATA` of its type. */
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);
export type RecordedEvent = Static<typeof RecordedEvent>;

/** Answer of `GET /v1/events`: ordered by id. */
export const EventPage = Type.Object(
  {
    events: Type.Array(RecordedEvent),
    /** Give it as `after` to get the next page; absent at the end. */
    next: Type.Optional(Type.String()),
  },
  closed,
);
export type EventPage = Static<typeof EventPage>;

/** An event that was not taken, kept for the shop's developers. */
export const QuarantinedEvent = Type.Object(
  {
    /** Of this record, given by the server; sorts by time. */
    id: Type.String(),
    receivedMs: TimeMs,
    code: EventRejectionCode,
    /** JSON pointer to what is wrong. */
    path: Type.Optional(Type.String()),
    /** The event's own id, if it could be read. */
    eventId: Type.Optional(Type.String()),
    /** The first characters of the event as it came; absent where its shopper did not agree to be counted, or was erased. */
    body: Type.Optional(Type.String()),
  },
  closed,
);
export type QuarantinedEvent = Static<typeof QuarantinedEvent>;

/** Answer of `GET /v1/quarantine`: newest first. */
export const QuarantinePage = Type.Object(
  {
    events: Type.Array(QuarantinedEvent),
    /** Give it as `before` to get the next page; absent at the end. */
    next: Type.Optional(Type.String()),
  },
  closed,
);
export type QuarantinePage = Static<typeof QuarantinePage>;
