import type { EventBatch, EventReceipt } from '@vua/models/contracts';
import type { Admission } from '../http/admission.ts';
import type { AppendOutcome, EventLog } from '../storage/event-log.ts';
import type { IngestObservation, IngestOutcome, Unavailable } from './ingest-outcome.ts';
import { judgeBatch, setErasedApart } from './judge-batch.ts';
import type { LiveEvents } from './live-events.ts';
import type { QuarantineBuffer } from './quarantine-buffer.ts';
import { toRejectedEvent } from './to-rejected-event.ts';

export interface EventTakerDeps {
  readonly log: EventLog;
  readonly admission: Admission;
  readonly live: LiveEvents;
  readonly quarantine: QuarantineBuffer;
  readonly clock: () => number;
  readonly nextId: () => string;
  readonly observe: (observation: IngestObservation) => void;
}

export type TakeEvents = (tenantId: string, batch: EventBatch) => Promise<IngestOutcome<EventReceipt>>;

const OVERLOADED: Unavailable = { status: 'unavailable', reason: 'overloaded', retryAfterMs: 1000 };
const NOTHING_TO_KEEP: AppendOutcome = { status: 'stored', erasedIds: [] };

/** Keeps the right events of a request, and answers once they are kept for good. */
export function createEventTaker({ log, admission, live, quarantine, clock, nextId, observe }: EventTakerDeps): TakeEvents {
  const turnAway = (unavailable: Unavailable): Unavailable => {
    observe({ kind: 'turned-away', reason: unavailable.reason });
    return unavailable;
  };
  const take: TakeEvents = async (tenantId, batch) => {
    const receivedMs = clock();
    const judged = judgeBatch(batch, tenantId, receivedMs);
    const outcome = judged.events.length === 0 ? NOTHING_TO_KEEP : await log.append(judged.events);
    if (outcome.status === 'unavailable') return turnAway(outcome);
    const { events, rejected } = setErasedApart(judged, outcome.erasedIds);
    for (const rejection of rejected) quarantine.add(toRejectedEvent(batch.events[rejection.index], rejection, { tenantId, receivedMs, id: nextId() }));
    if (events.length > 0) live.publish(tenantId, events);
    observe({ kind: 'answered', accepted: events.length, rejected: rejected.map(({ code }) => code) });
    return { status: 'stored', receipt: { accepted: events.map(({ id }) => id), rejected: [...rejected] } };
  };
  return async (tenantId, batch) => {
    const count = batch.events.length;
    if (!admission.enter(count)) return turnAway(OVERLOADED);
    try {
      return await take(tenantId, batch);
    } finally {
      admission.leave(count);
    }
  };
}
