import type { EventData, EventType } from '@vua/models/contracts';
import { findFault } from '../find-fault.ts';
import { EVENT_SCHEMAS } from './event-schemas.ts';
import { scrubData } from './scrub-data.ts';

/** What a page gave, as JSON carries it, checked and scrubbed; or where in `{ type, data }` it is wrong, as a JSON pointer. */
export type CheckedEvent =
  | { readonly status: 'valid'; readonly type: EventType; readonly data: EventData[EventType] }
  | { readonly status: 'invalid'; readonly path: string };

/** Takes whatever a page may hand over; never throws. */
export function checkEvent(type: unknown, data: unknown): CheckedEvent {
  if (!isEventType(type)) return { status: 'invalid', path: '/type' };
  const copy = jsonCopy(data);
  const fault = copy === undefined ? '' : findFault(EVENT_SCHEMAS[type] ?? {}, copy);
  if (fault !== undefined) return { status: 'invalid', path: `/data${fault}` };
  return { status: 'valid', type, data: scrubData(type, copy as EventData[EventType]) };
}

const isEventType = (type: unknown): type is EventType => typeof type === 'string' && Object.hasOwn(EVENT_SCHEMAS, type);

/** As it would arrive at the server, so that getters, cycles and prototypes of the page play no part. */
function jsonCopy(data: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(data));
  } catch {
    return undefined;
  }
}
