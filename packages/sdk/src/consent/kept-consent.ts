import type { ConsentRecord } from '@vua/models/contracts';
import { findFault } from '../find-fault.ts';
import { CONSENT_RECORD_SCHEMA } from './consent-schemas.ts';

/** A choice as the device remembers it, without an id. */
export type ConsentEntry = Pick<ConsentRecord, 'timeMs' | 'choices' | 'textVersion' | 'source'>;

/** What the device keeps about consent. */
export interface KeptConsent {
  /** Oldest first; the last one counts. */
  readonly log: readonly ConsentEntry[];
  /** Proofs that the server has not confirmed yet. */
  readonly unsent: readonly ConsentRecord[];
}

const NOTHING_KEPT: KeptConsent = { log: [], unsent: [] };

const MAX_LOG = 20;
/** As many as one request takes. */
const MAX_UNSENT = 50;

export function formatConsent({ log, unsent }: KeptConsent): string {
  return JSON.stringify({ version: 1, log: log.slice(-MAX_LOG), unsent: unsent.slice(-MAX_UNSENT) });
}

/** Reads what {@link formatConsent} wrote. What another hand changed counts as nothing: then the shopper is asked again. */
export function parseConsent(text: string | null | undefined): KeptConsent {
  try {
    const { version, log, unsent } = JSON.parse(text ?? 'null') as { version: unknown; log: ConsentEntry[]; unsent: ConsentRecord[] };
    return version === 1 && log.every((entry) => consentFault(entry) === undefined) && unsent.every((record) => recordFault(record) === undefined) ? { log, unsent } : NOTHING_KEPT;
  } catch {
    return NOTHING_KEPT;
  }
}

/** Where a choice breaks its contract, as a JSON pointer. */
export const consentFault = (entry: ConsentEntry): string | undefined => recordFault({ ...entry, id: SOME_ID, anonymousId: SOME_ID });

// Only to complete a choice to a record.
const SOME_ID = '00000000-0000-7000-8000-000000000000';
const recordFault = (given: unknown): string | undefined => findFault(CONSENT_RECORD_SCHEMA, given);
