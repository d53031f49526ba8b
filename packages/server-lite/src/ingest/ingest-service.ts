import type { ConsentBatch, ConsentReceipt } from '@vua/models/contracts';
import type { EventLog } from '../storage/event-log.ts';
import { createAdmission, type AdmissionLimits } from './admission.ts';
import type { ConsentRepository } from './consent-repository.ts';
import type { IngestObservation, IngestOutcome } from './ingest-outcome.ts';
import { createLiveEvents, type LiveEvents } from './live-events.ts';
import { createQuarantineBuffer } from './quarantine-buffer.ts';
import type { QuarantineQuery, QuarantineRepository, RejectedEvent } from './quarantine-repository.ts';
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
  readonly admission?: AdmissionLimits;
}

export interface IngestService {
  /** Judges the events one by one and keeps the right ones. */
  readonly takeEvents: TakeEvents;
  takeConsents(tenantId: string, batch: ConsentBatch): Promise<IngestOutcome<ConsentReceipt>>;
  /** Rejected events, newest first. */
  readQuarantine(query: QuarantineQuery): Promise<readonly RejectedEvent[]>;
  readonly events: EventLog;
  readonly live: LiveEvents;
  readonly clock: () => number;
  /** Writes what waits for the quarantine; the event log is closed by who opened it. Safe to call twice. */
  close(): Promise<void>;
}

const RETRY_AFTER_MS = 1000;

export function createIngestService(deps: IngestDeps): IngestService {
  const { events, consents, clock = () => Date.now(), observe = () => undefined } = deps;
  const live = createLiveEvents();
  const quarantine = createQuarantineBuffer(deps.quarantine);
  return {
    takeEvents: createEventTaker({ log: events, admission: createAdmission(deps.admission), live, quarantine, clock, nextId: createTimeOrderedIds(clock), observe }),
    takeConsents: async (tenantId, { records }) => {
      const receivedMs = clock();
      const isKept = await consents.add(records.map((record) => ({ ...record, tenantId, receivedMs }))).then(() => true, () => false);
      if (!isKept) return { status: 'unavailable', reason: 'unreachable', retryAfterMs: RETRY_AFTER_MS };
      return { status: 'stored', receipt: { stored: records.map(({ id }) => id) } };
    },
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
