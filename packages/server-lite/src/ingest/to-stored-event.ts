import type { VuaEvent } from '@vua/models/contracts';
import type { StoredEvent } from '../storage/event-log.ts';
import { lettersOf } from '../storage/events/consent-letters.ts';
import { correctTime } from './correct-time.ts';

/** What every event of one request shares. */
export interface Receipt {
  readonly tenantId: string;
  /** UTC milliseconds by the server's clock. */
  readonly receivedMs: number;
  /** How far the server's clock is ahead of the device's. */
  readonly errorMs: number;
}

/** An accepted event in the shape in which it is kept. */
export function toStoredEvent(event: VuaEvent, { tenantId, receivedMs, errorMs }: Receipt): StoredEvent {
  return {
    tenantId,
    id: event.id,
    type: event.type,
    anonymousId: event.anonymousId,
    customerId: event.customerId,
    sessionId: event.sessionId,
    itemId: itemIdOf(event.data),
    timeMs: correctTime(event.timeMs, errorMs, receivedMs),
    receivedMs,
    dataJson: JSON.stringify(event.data),
    armsJson: event.arms && JSON.stringify(event.arms),
    consent: lettersOf(event.consent),
  };
}

function itemIdOf(data: VuaEvent['data']): string | undefined {
  if ('itemId' in data) return data.itemId;
  if ('item' in data) return data.item.itemId;
  if ('items' in data) return data.items[0]?.itemId;
  return 'itemIds' in data ? data.itemIds[0] : undefined;
}
