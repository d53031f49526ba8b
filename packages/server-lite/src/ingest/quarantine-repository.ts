import type { EventRejection } from '@vua/models/contracts';
import type { SubjectStore } from '../storage/subject-store.ts';

/** An event that was not taken. */
export interface RejectedEvent {
  readonly tenantId: string;
  /** Of this record: UUID version 7. */
  readonly id: string;
  /** UTC milliseconds. */
  readonly receivedMs: number;
  readonly code: EventRejection['code'];
  /** JSON pointer to what is wrong. */
  readonly path: string | undefined;
  readonly eventId: string | undefined;
  /** Whom it is about, where it could be read, so that it goes when they are erased. */
  readonly anonymousId: string | undefined;
  readonly customerId: string | undefined;
  /** The event as it came, cut off. Undefined where its shopper did not agree to be counted. */
  readonly body: string | undefined;
}

export interface QuarantineQuery {
  readonly tenantId: string;
  /** Id of the last record of the page before. */
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

/** Rejected events of all tenants: the newest {@link QUARANTINE_LIMIT} of each. */
export interface QuarantineRepository extends SubjectStore {
  add(events: readonly RejectedEvent[]): Promise<void>;
  /** Newest first. */
  read(query: QuarantineQuery): Promise<readonly RejectedEvent[]>;
  /** Drops what came before this time. Resolves with the number of dropped records. */
  dropBefore(timeMs: number): Promise<number>;
}

/** Records kept for each tenant; older ones go. */
export const QUARANTINE_LIMIT = 1000;
