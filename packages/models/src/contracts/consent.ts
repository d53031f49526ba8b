import { Type, type Static } from 'typebox';
import { TimeOrderedId } from './identifier.ts';

const closed = { additionalProperties: false };

/** What data may be used for; each is agreed to on its own. */
export const ConsentPurpose = Type.Enum(['analytics', 'personalization', 'statistics']);
export type ConsentPurpose = Static<typeof ConsentPurpose>;

/** `unknown`: not asked yet, or asked and not answered. */
export const ConsentChoice = Type.Enum(['unknown', 'denied', 'granted']);
export type ConsentChoice = Static<typeof ConsentChoice>;

/** The choices at one moment. `analytics`: events to the shop; `personalization`: tied to the shop's customer; `statistics`: rounded measurements, without an id. */
export const ConsentState = Type.Object({ analytics: ConsentChoice, personalization: ConsentChoice, statistics: ConsentChoice }, closed);
export type ConsentState = Static<typeof ConsentState>;

/** Proof of a choice: what was chosen, when, and which text was read. */
export const ConsentRecord = Type.Object(
  {
    id: TimeOrderedId,
    /** The pseudonymous id at that moment. */
    anonymousId: TimeOrderedId,
    /** UTC milliseconds on the device. */
    timeMs: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    choices: ConsentState,
    /** Version of the text that was shown, as the shop names it. */
    textVersion: Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9._-]*$' }),
    /** Who chose: the shopper, or the browser by Global Privacy Control or Do Not Track. */
    source: Type.Enum(['shopper', 'global-privacy-control', 'do-not-track']),
  },
  closed,
);
export type ConsentRecord = Static<typeof ConsentRecord>;

/** Body of `POST /v1/consents`. A record that is sent twice is kept once. */
export const ConsentBatch = Type.Object({ records: Type.Array(ConsentRecord, { minItems: 1, maxItems: 50 }) }, closed);
export type ConsentBatch = Static<typeof ConsentBatch>;

/** Answer of `POST /v1/consents`, given after the commit. */
export const ConsentReceipt = Type.Object({ stored: Type.Array(TimeOrderedId) }, closed);
export type ConsentReceipt = Static<typeof ConsentReceipt>;
