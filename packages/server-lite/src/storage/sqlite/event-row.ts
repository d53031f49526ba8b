import type { StoredEvent } from '../event-log.ts';
import { idOf } from '../events/event-columns.ts';
import { keptLetters } from '../events/consent-letters.ts';
import { givenString } from '../events/stored-string.ts';
import { eventChecksum, type EventFields } from './event-checksum.ts';

export const EVENT_COLUMNS = 'tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data, arms, consent, checksum';

/** Fields of a row that was read with {@link EVENT_COLUMNS}. @throws when it is not as it was written. */
export function fieldsOf(row: Record<string, unknown>): EventFields {
  const { tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data, arms, consent, checksum } = row;
  const fields = [tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data, arms, consent] as unknown as EventFields;
  if (eventChecksum(fields) !== checksum) throw new Error(`database disk image is malformed: event ${idOf(fields[1])} is not as it was written`);
  return fields;
}

export function eventOf([tenantId, id, type, anonymousId, customerId, sessionId, itemId, timeMs, receivedMs, data, arms, consent]: EventFields): StoredEvent {
  return {
    tenantId: givenString(tenantId), id: idOf(id), type: givenString(type), anonymousId: givenString(anonymousId), customerId: optional(customerId),
    sessionId: givenString(sessionId), itemId: optional(itemId), timeMs, receivedMs, dataJson: givenString(data),
    armsJson: optional(arms), consent: keptLetters(consent),
  };
}

const optional = (text: string | null): string | undefined => (text === null ? undefined : givenString(text));
