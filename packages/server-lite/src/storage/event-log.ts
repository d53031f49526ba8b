import type { ConsentLetters } from './events/consent-letters.ts';

/** An accepted event as it is kept. */
export interface StoredEvent {
  readonly tenantId: string;
  /** UUID version 7, lower case. Unique within the tenant; its time tells the month in which it is filed. */
  readonly id: string;
  readonly type: string;
  /** Whom it is about: the pseudonymous id of the device. */
  readonly anonymousId: string;
  /** HMAC of the shop's customer, where the shopper agreed. */
  readonly customerId: string | undefined;
  readonly sessionId: string;
  /** The item it is about, or the first of them. */
  readonly itemId: string | undefined;
  /** UTC milliseconds, corrected by the device's clock error. */
  readonly timeMs: number;
  /** UTC milliseconds by the server's clock. */
  readonly receivedMs: number;
  /** `data` of the event, as JSON. */
  readonly dataJson: string;
  /** Arm of each running experiment, as JSON of an object; undefined where none ran, and for events from before migration 0007. */
  readonly armsJson: string | undefined;
  /** As it was when the event was captured. Undefined only for events from before migration 0007: what the shopper had agreed to is not known. */
  readonly consent: ConsentLetters | undefined;
}

export type AppendOutcome =
  /** All are kept for good: a power cut does not lose them. Those that were there before stay as they were. `erasedIds`: not kept, their subject was erased. */
  | { readonly status: 'stored'; readonly erasedIds: readonly string[] }
  /** None of them may count as kept: the queue is full, the disk is full, the database is away. Appending them again is harmless. */
  | { readonly status: 'unavailable'; readonly reason: 'queue-full' | 'storage-full' | 'unreachable'; readonly retryAfterMs: number };

export interface EventQuery {
  readonly tenantId: string;
  /** By {@link StoredEvent.timeMs}, inclusive. */
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  /** Of this subject only: an anonymous id or a customer HMAC. */
  readonly subject?: string;
  /** Id of the last event of the page before. */
  readonly afterId?: string;
  /** 1-5000. */
  readonly limit: number;
}

/** So much later than its id was made an event comes late: where the log is read in the order of ids, that place may have been passed. */
export const LATE_MS = 8000;
/** Late events that are listed in their order; older ones no more. */
export const LATE_KEPT = 500_000;

export interface LateQuery {
  readonly tenantId: string;
  /** A {@link LatePage.place}; absent: none is read, only where the list ends now. */
  readonly after?: number;
  /** 1-5000. */
  readonly limit: number;
}

export interface LatePage {
  /** In the order in which they came; what was erased or dropped since is left out. */
  readonly events: readonly StoredEvent[];
  /** Of the last one that was looked at. */
  readonly place: number;
  /** Whether the list ended there. */
  readonly isEnd: boolean;
}

/**
 * Events that came {@link LATE_MS} or more after their id was made, in the order in which they came: each is listed once, from the moment on in which it can be read, after all
 * that were listed before. The part of a log that lets a reader of ids go on without waiting for stragglers; every implementation of the log has it.
 */
export interface LateEvents {
  readLate(query: LateQuery): Promise<LatePage>;
}

/** Events of all tenants, by id. Every implementation passes `testing/describe-event-log.ts`. */
export interface EventLog {
  append(events: readonly StoredEvent[]): Promise<AppendOutcome>;
  /** Ordered by id. */
  read(query: EventQuery): Promise<readonly StoredEvent[]>;
  /** Deletes what a subject left, and refuses what may still come. Resolves with the number of deleted events. */
  eraseSubject(tenantId: string, subject: string): Promise<number>;
  /** Drops whole months that ended before this time. Resolves with the names of the months, such as `2026-11`. */
  dropBefore(timeMs: number): Promise<readonly string[]>;
  /** Events that wait for their commit, and how long the last commit took. */
  state(): { readonly queued: number; readonly lastCommitMs: number | undefined };
  close(): Promise<void>;
}
