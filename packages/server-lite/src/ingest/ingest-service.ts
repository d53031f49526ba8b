import { createAdmission, type AdmissionLimits } from '../http/admission.ts';
import type { EventLog } from '../storage/event-log.ts';
import type { ConsentRepository } from './consent-repository.ts';
import type { IngestObservation } from './ingest-outcome.ts';
import { createLiveEvents, type LiveEvents } from './live-events.ts';
import { createQuarantineBuffer } from './quarantine-buffer.ts';
import type { QuarantineQuery, QuarantineRepository, RejectedEvent } from './quarantine-repository.ts';
import { createConsentTaker, type TakeConsents } from './take-consents.ts';
import { createEventTaker, type TakeEvents } from './take-events.ts';
import { createTimeOrderedIds } from './time-ordered-ids.ts';

export interface IngestDeps {
  readonly events: EventLog;
  readonly quarantine: QuarantineRepository;
  readonly consents: ConsentRepository;
  /** UTC milliseconds. @default the machine's clock */
  readonly clock?: () => number;
  /** Called once for each request with events. @default nobody looks */
  readonly observe?: (observation: IngestObservation) => void;
  /** Of events. */
  readonly admission?: AdmissionLimits;
  readonly consentAdmission?: AdmissionLimits;
}

export interface IngestService {
  /** Judges the events one by one and keeps the right ones. */
  readonly takeEvents: TakeEvents;
  readonly takeConsents: TakeConsents;
  /** Rejected events, newest first. */
  readQuarantine(query: QuarantineQuery): Promise<readonly RejectedEvent[]>;
  readonly events: EventLog;
  readonly live: LiveEvents;
  readonly clock: () => number;
  /** Writes what waits for the quarantine; the event log is closed by who opened it. Safe to call twice. */
  close(): Promise<void>;
}

// By Little's law the wait is what is inside over what is done in a second: at 40,000 events/s a fifth of a second.
// 256 connections with 20 events each, the most that is common, have 5,120 inside: nobody waits for twice as long.
const ADMISSION_LIMITS: AdmissionLimits = { requests: 2000, records: 8000 };
// A shopper chooses once: a fraction of the events.
const CONSENT_ADMISSION: AdmissionLimits = { requests: 200, records: 2000 };

export function createIngestService(deps: IngestDeps): IngestService {
  const { events, consents, clock = () => Date.now(), observe = () => undefined } = deps;
  const live = createLiveEvents();
  const quarantine = createQuarantineBuffer(deps.quarantine);
  return {
    takeEvents: createEventTaker({ log: events, admission: createAdmission(deps.admission ?? ADMISSION_LIMITS), live, quarantine, clock, nextId: createTimeOrderedIds(clock), observe }),
    takeConsents: createConsentTaker({ consents, admission: createAdmission(deps.consentAdmission ?? CONSENT_ADMISSION), clock }),
    readQuarantine: async (query) => {
      await quarantine.flush();
      return deps.quarantine.read(query);
    },
    events,
    live,
    clock,
    close: () => quarantine.flush(),
  };
}
