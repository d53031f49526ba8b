import type { ConsentBatch, ConsentReceipt } from '@vua/models/contracts';
import type { Admission } from '../http/admission.ts';
import type { ConsentRepository } from './consent-repository.ts';
import type { IngestOutcome, Unavailable } from './ingest-outcome.ts';

export interface ConsentTakerDeps {
  readonly consents: ConsentRepository;
  readonly admission: Admission;
  readonly clock: () => number;
}

export type TakeConsents = (tenantId: string, batch: ConsentBatch) => Promise<IngestOutcome<ConsentReceipt>>;

const RETRY_AFTER_MS = 1000;
const unavailable = (reason: Unavailable['reason']): Unavailable => ({ status: 'unavailable', reason, retryAfterMs: RETRY_AFTER_MS });

/** Keeps proofs of consent, and answers once they are kept for good. */
export function createConsentTaker({ consents, admission, clock }: ConsentTakerDeps): TakeConsents {
  return async (tenantId, { records }) => {
    if (!admission.enter(records.length)) return unavailable('overloaded');
    try {
      const receivedMs = clock();
      const isKept = await consents.add(records.map((record) => ({ ...record, tenantId, receivedMs }))).then(() => true, () => false);
      return isKept ? { status: 'stored', receipt: { stored: records.map(({ id }) => id) } } : unavailable('unreachable');
    } finally {
      admission.leave(records.length);
    }
  };
}
