import type { RecordedEvent } from '@vua/models/contracts';
import type { StoredEvent } from '../storage/event-log.ts';

/** An event as it is returned: the JSON of a `RecordedEvent`, on one line. Its data are passed on as they are kept. */
export function toRecordedJson(event: StoredEvent): string {
  const { id, type, timeMs, receivedMs, sessionId, anonymousId, customerId, itemId } = event;
  const head: Omit<RecordedEvent, 'data'> = { id, type, timeMs, receivedMs, sessionId, anonymousId, customerId, itemId };
  return `${JSON.stringify(head).slice(0, -1)},"data":${event.dataJson}}`;
}
