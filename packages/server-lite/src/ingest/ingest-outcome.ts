import type { EventRejection } from '@vua/models/contracts';
import type { AppendOutcome } from '../storage/event-log.ts';

/** Nothing of the request may count as kept; sending it again is harmless. */
export interface Unavailable {
  readonly status: 'unavailable';
  readonly reason: 'overloaded' | Extract<AppendOutcome, { status: 'unavailable' }>['reason'];
  readonly retryAfterMs: number;
}

/** `receipt`: all it names as kept is kept for good. */
export type IngestOutcome<Receipt> = { readonly status: 'stored'; readonly receipt: Receipt } | Unavailable;

/** What became of one request with events, for metrics. */
export type IngestObservation =
  | { readonly kind: 'answered'; readonly accepted: number; readonly rejected: readonly EventRejection['code'][] }
  | { readonly kind: 'turned-away'; readonly reason: Unavailable['reason'] };
