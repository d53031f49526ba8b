import type { RecordedEvent } from '@vua/models/contracts';
import type { StoredEvent } from '../storage/event-log.ts';
import { consentOf } from '../storage/events/consent-letters.ts';

/** An event as it is returned: the JSON of a `RecordedEvent`, on one line. Its arms and data are passed on as they are kept. */
export function toRecordedJson(event: StoredEvent): string {
  const { id, type, timeMs, receivedMs, sessionId, anonymousId, customerId, itemId, armsJson, dataJson } = event;
  const head: Omit<RecordedEvent, 'arms' | 'data'> = { id, type, timeMs, receivedMs, sessionId, anonymousId, customerId, itemId, consent: consentOf(event.consent) };
  const arms = armsJson === undefined ? '' : `,"arms":${armsJson}`;
  return `${JSON.stringify(head).slice(0, -1)}${arms},"data":${dataJson}}`;
}
