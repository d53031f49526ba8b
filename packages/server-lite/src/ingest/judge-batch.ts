import type { EventBatch, EventRejection } from '@vua/models/contracts';
import type { StoredEvent } from '../storage/event-log.ts';
import { clockErrorMs } from './correct-time.ts';
import { judgeEvent } from './judge-event.ts';
import { readId } from './to-rejected-event.ts';
import { toStoredEvent } from './to-stored-event.ts';

export interface JudgedBatch {
  /** Right ones, in the order of the request. */
  readonly events: readonly StoredEvent[];
  /** Place in the request of each of them. */
  readonly places: readonly number[];
  readonly rejected: readonly EventRejection[];
}

/** Judges the events of a request one by one, and puts their times right. */
export function judgeBatch(batch: EventBatch, tenantId: string, receivedMs: number): JudgedBatch {
  const receipt = { tenantId, receivedMs, errorMs: clockErrorMs(batch.sentAtMs, receivedMs) };
  const events: StoredEvent[] = [];
  const places: number[] = [];
  const rejected: EventRejection[] = [];
  batch.events.forEach((value, index) => {
    const judgement = judgeEvent(value);
    if (judgement.status === 'accepted') {
      events.push(toStoredEvent(judgement.event, receipt));
      places.push(index);
    } else rejected.push({ index, id: readId(value), code: judgement.code, path: judgement.path });
  });
  return { events, places, rejected };
}

/** Moves the events of erased subjects to the rejected ones. */
export function setErasedApart(judged: JudgedBatch, erasedIds: readonly string[]): JudgedBatch {
  if (erasedIds.length === 0) return judged;
  const erased = new Set(erasedIds);
  const isKept = judged.events.map(({ id }) => !erased.has(id));
  const rejected = judged.events.flatMap(({ id }, k) => (isKept[k] === true ? [] : [{ index: judged.places[k] ?? 0, id, code: 'subject-erased' as const }]));
  return {
    events: judged.events.filter((_event, k) => isKept[k]),
    places: judged.places.filter((_place, k) => isKept[k]),
    rejected: [...judged.rejected, ...rejected],
  };
}
