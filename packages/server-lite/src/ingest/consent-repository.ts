import type { ConsentRecord } from '@vua/models/contracts';
import type { SubjectStore } from '../storage/subject-store.ts';

export interface StoredConsent extends ConsentRecord {
  readonly tenantId: string;
  /** UTC milliseconds by the server's clock. */
  readonly receivedMs: number;
}

/** Proofs of what shoppers chose, by id. */
export interface ConsentRepository extends SubjectStore {
  /** Resolves once all are kept for good; those that were there before stay as they were. Rejects when none may count as kept. */
  add(records: readonly StoredConsent[]): Promise<void>;
  /** Drops what came before this time. Resolves with the number of dropped records. */
  dropBefore(timeMs: number): Promise<number>;
}
