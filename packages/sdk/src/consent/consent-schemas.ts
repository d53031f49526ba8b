import { ConsentRecord } from '@vua/models/contracts';
import type { JsonSchema } from '../find-fault.ts';

// Builds replace this module by the JSON of its exports, as `event-schemas.ts`.

export const CONSENT_RECORD_SCHEMA = ConsentRecord as unknown as JsonSchema;
