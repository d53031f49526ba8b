import { EVENT_DATA, EventEnvelope } from '@vua/models/contracts';
import type { JsonSchema } from '../find-fault.ts';

// Builds replace this module by the JSON of its exports (`tools/rollup/inline-schemas.ts`): typebox stays out of the page.

/** Schema of each event type's data. */
export const EVENT_SCHEMAS = EVENT_DATA as Readonly<Record<string, JsonSchema>>;

/** Schemas of what a shop gives for the envelope. */
export const ENVELOPE_SCHEMAS = { customerId: EventEnvelope.properties.customerId, arms: EventEnvelope.properties.arms } as Readonly<Record<'customerId' | 'arms', JsonSchema>>;
