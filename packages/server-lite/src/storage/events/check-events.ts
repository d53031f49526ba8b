import type { StoredEvent } from '../event-log.ts';
import { isTimeOrderedId } from './event-month.ts';

/** Events of many requests share a transaction: one that no database can take is refused before it gets there. @throws TypeError */
export function checkEvents(events: readonly StoredEvent[]): void {
  for (const { id, timeMs, receivedMs } of events) {
    if (!isTimeOrderedId(id)) throw new TypeError(`${JSON.stringify(id)} is not a UUID version 7 in lower case`);
    if (!Number.isSafeInteger(timeMs) || !Number.isSafeInteger(receivedMs)) throw new TypeError('the times of an event are whole milliseconds');
  }
}
